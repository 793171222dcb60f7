import { createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ZipFile } from 'yazl'
import { keyFingerprint } from '../../src/directory/key-fingerprint.ts'
import { exportInstallation } from '../../src/transfer/export-installation.ts'
import { importInstallation } from '../../src/transfer/import-installation.ts'
import { entryName, manifestName, type Manifest } from '../../src/transfer/manifest.ts'
import { openArchive } from '../../src/transfer/open-archive.ts'
import { createCompany } from '../support/company.ts'
import { createEmptyDatabase } from '../support/database.ts'

const key = 'ab'.repeat(32)
const quiet = { signal: new AbortController().signal, onProgress: () => {} }
let folder: string
let file: string

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'roster crafted-'))
  file = path.join(folder, 'whole.zip')
  await using company = await createCompany('Example')
  await company.pool.query('insert into installation (key_fingerprint) values ($1)', [
    keyFingerprint(key),
  ])
  const from = placeOf(company.url)
  await exportInstallation({ from, file, force: false, version: '1', now: new Date(), ...quiet })
})
afterAll(async () => {
  await rm(folder, { recursive: true, force: true })
})

const placeOf = (databaseUrl: string) => ({
  dataFolder: folder,
  databaseUrl,
  secret: key,
  say: () => {},
})

/** Says something else of the table of users. */
const ofUsers =
  (change: (columns: readonly string[]) => readonly string[]) => (manifest: Manifest) => ({
    ...manifest,
    tables: manifest.tables.map((table) =>
      table.name === 'users' ? { ...table, columns: [...change(table.columns)] } : table,
    ),
  })

const lies: readonly (readonly [string, (manifest: Manifest) => unknown, string])[] = [
  ['a column that does not exist', ofUsers((columns) => [...columns, 'shoe_size']), 'not-taken'],
  ['a column twice', ofUsers((columns) => [...columns, 'email']), 'damaged'],
  [
    'SQL as a column',
    ofUsers((columns) => [...columns, `id") from program 'true' --`]),
    'not-taken',
  ],
  ['a column that ends early', ofUsers((columns) => [...columns, 'id\0']), 'damaged'],
  ['columns of the system', ofUsers((columns) => [...columns, 'xmin']), 'not-taken'],
  ['fewer columns', ofUsers((columns) => columns.slice(0, -1)), 'damaged'],
  ['tables in another order', (m) => ({ ...m, tables: m.tables.toReversed() }), 'not-taken'],
  ['a table twice', (m) => ({ ...m, tables: [...m.tables, ...m.tables] }), 'damaged'],
  ['no tables', (m) => ({ ...m, tables: [] }), 'damaged'],
  ['all but one table', (m) => ({ ...m, tables: m.tables.slice(0, -1) }), 'damaged'],
  ['an older database', (m) => ({ ...m, migration: '0001-directory' }), 'damaged'],
  ['a migration that is none', (m) => ({ ...m, migration: 'toString' }), 'file-newer'],
]

test.each(lies)(
  'a file that speaks of %s is refused in words, and leaves nothing',
  async (...lie) => {
    const [name, craft, code] = lie
    const crafted = path.join(folder, `${name}.zip`)
    await rewrite(crafted, craft)
    await using target = await createEmptyDatabase()
    const to = placeOf(target.url)
    const importing = importInstallation({ file: crafted, to, deliver: false, ...quiet })
    await expect(importing).rejects.toMatchObject({ name: 'TransferError', code })
    const { rows } = await target.pool.query<{ exists: boolean }>(
      `select to_regclass('companies') is not null as exists`,
    )
    const hasTables = rows[0]?.exists === true
    const companies = hasTables ? await target.pool.query('select from companies') : null
    expect(companies?.rowCount ?? 0).toBe(0)
  },
)

/** The same rows, with another manifest. */
async function rewrite(to: string, craft: (manifest: Manifest) => unknown): Promise<void> {
  await using archive = await openArchive(file)
  const zip = new ZipFile()
  for (const { name } of archive.manifest.tables) {
    const blocks: Buffer[] = []
    for await (const block of archive.rows(name)) blocks.push(block)
    zip.addBuffer(Buffer.concat(blocks), entryName(name))
  }
  zip.addBuffer(Buffer.from(JSON.stringify(craft(archive.manifest))), manifestName)
  zip.end()
  await pipeline(zip.outputStream, createWriteStream(to))
}
