import { PassThrough, Readable } from 'node:stream'
import { finished } from 'node:stream/promises'
import { escapeIdentifier, type ClientBase } from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import { ZipFile } from 'yazl'
import { copyOut } from './copy-statements.ts'
import { entryName, manifestName, type Manifest, type TableRecord } from './manifest.ts'
import { migrationsOf } from './migrations-of.ts'
import { openSource, type Source } from './open-source.ts'
import { pass } from './pass.ts'
import type { Place } from './place.ts'
import { rowDigest } from './row-digest.ts'
import { speakPlainly } from './speak-plainly.ts'
import { tableColumns, type TableColumns } from './table-columns.ts'
import type { Transfer } from './transfer.ts'
import { writeNewFile } from './write-new-file.ts'

export interface Export extends Transfer {
  readonly from: Place
  readonly file: string
  /** Replaces a file that is there. */
  readonly force: boolean
  readonly version: string
  readonly now: Date
}

/** What was exported. */
export interface Exported {
  readonly manifest: Omit<Manifest, 'key'>
  /** Of the file. */
  readonly bytes: number
}

/**
 * Writes all that an installation knows, its key included, into one file: as it is at one instant, while it may go on
 * being used. Takes little memory, however much there is.
 * @throws TransferError, EmbeddedError, and what PostgreSQL throws
 */
export async function exportInstallation(options: Export): Promise<Exported> {
  const { file, force, signal } = options
  await using source = await openSource(options.from)
  const zip = new ZipFile()
  const content = zip.outputStream.pipe(new PassThrough())
  // Also where nobody has begun to write it.
  content.on('error', () => {})
  zip.once('error', (error: Error) => content.destroy(error))
  const filling = fillArchive(zip, source, options)
  // Whoever writes the file hears of it; that it cannot be written needs nobody who goes on reading.
  filling.catch((error: unknown) => content.destroy(asError(error)))
  const bytes = await writeNewFile({ file, force, signal }, content)
  return { manifest: await filling, bytes }
}

async function fillArchive(
  zip: ZipFile,
  { client, key }: Source,
  { version, now, onProgress }: Export,
): Promise<Exported['manifest']> {
  await speakPlainly(client)
  const { tables, migration } = await beginSnapshot(client)
  const all = await countRows(client, tables)
  const records: TableRecord[] = []
  let done = 0
  for (const table of tables) {
    const before = done
    const record = await addTable(zip, client, table, (rows) => onProgress(before + rows, all))
    records.push(record)
    done += record.rows
  }
  await client.query('commit')
  const at = now.toISOString()
  const known = { product, format, version, migration, at, tables: records } as const
  const manifest = Buffer.from(JSON.stringify({ ...known, key }, null, 2))
  zip.addBuffer(manifest, manifestName, { ...entryOptions, mtime: now })
  zip.end()
  return known
}

const [product, format] = ['roster', 1] as const

/**
 * From now on everything is read as it is at this moment. The tables are locked first, against what is no change of
 * rows: one that is written anew by a migration would seem empty to an older snapshot.
 */
async function beginSnapshot(
  client: ClientBase,
): Promise<{ readonly tables: readonly TableColumns[]; readonly migration: string }> {
  const present = await tableColumns(client)
  await client.query('begin isolation level repeatable read, read only')
  await client.query(
    `lock table ${present.map(({ name }) => escapeIdentifier(name)).join(', ')} in access share mode`,
  )
  const [migration = ''] = (await migrationsOf(client)).slice(-1)
  return { tables: await tableColumns(client), migration }
}

async function countRows(client: ClientBase, tables: readonly TableColumns[]): Promise<number> {
  let all = 0
  for (const { name } of tables) {
    const { rows } = await client.query<{ rows: string }>(
      `select count(*) as rows from ${escapeIdentifier(name)}`,
    )
    all += Number(rows[0]?.rows)
  }
  return all
}

async function addTable(
  zip: ZipFile,
  client: ClientBase,
  table: TableColumns,
  onRows: (rows: number) => void,
): Promise<TableRecord> {
  const digest = rowDigest()
  const rows = client.query(copyTo(copyOut(table)))
  const counted = Readable.from(pass(digest, onRows)(rows), { objectMode: false })
  zip.addReadStream(counted, entryName(table.name), entryOptions)
  await finished(counted)
  return { name: table.name, columns: [...table.columns], ...digest.result() }
}

// More would cost three times the processor and save a fifth of the file.
const entryOptions = { compressionLevel: 1, mode: 0o100600 }

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error))
}
