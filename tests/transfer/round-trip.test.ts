import { mkdtemp, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { connect } from '../../src/directory/connect.ts'
import { keyFingerprint } from '../../src/directory/key-fingerprint.ts'
import { migrate } from '../../src/directory/migrate.ts'
import { ownDatabase } from '../../src/directory/own-database.ts'
import { keepKey } from '../../src/embedded/keep-key.ts'
import { keptKey } from '../../src/embedded/key-file.ts'
import { describeAnswer } from '../../src/mail/own-answer.ts'
import { checkExport } from '../../src/transfer/check-export.ts'
import { exportInstallation } from '../../src/transfer/export-installation.ts'
import { importInstallation } from '../../src/transfer/import-installation.ts'
import { createCompany, type TestCompany } from '../support/company.ts'
import { createEmptyDatabase } from '../support/database.ts'

const key = 'ab'.repeat(32)
let folder: string
let company: TestCompany
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'roster transfer-'))
  company = await createCompany('Example')
  await company.addRoom('room "1"\twith\n breaks\\')
  await company.addUser('ada@example.org', { invitedAt: new Date(), firstName: 'Ada' })
  await company.pool.query('insert into installation (key_fingerprint) values ($1)', [
    keyFingerprint(key),
  ])
  await company.pool.query(
    `insert into mails (company_id, id, kind, recipient, recipient_key, language, content, state,
       handed_over_at, created_at)
     select $1, gen_random_uuid(), 'invitation', 'ada@example.org', 'ada@example.org', 'en', '{}',
       state, case mark when 'marked' then now() end, now()
     from (values ('queued', ''), ('sending', ''), ('sending', 'marked'), ('sent', '')) m (state, mark)`,
    [company.id],
  )
})
afterAll(async () => {
  await company[Symbol.asyncDispose]()
  await rm(folder, { recursive: true, force: true })
})

const quiet = { signal: new AbortController().signal, onProgress: () => {} }
const place = (databaseUrl: string) => ({
  dataFolder: folder,
  databaseUrl,
  secret: key,
  say: () => {},
})

async function exportTo(name: string, force = false): Promise<string> {
  const file = path.join(folder, name)
  const from = place(company.url)
  await exportInstallation({ from, file, force, version: '1', now: new Date(), ...quiet })
  return file
}

test('what is imported says the same, and mails that had not left wait', async () => {
  const file = await exportTo('whole.zip')
  expect((await stat(file)).mode & 0o777).toBe(0o600)
  await using target = await createEmptyDatabase()
  const to = place(target.url)
  const { held } = await importInstallation({ file, to, deliver: false, ...quiet })
  expect(held).toBe(2)
  for (const table of ['companies', 'users', 'invitations', 'rooms']) {
    const question = `select t::text from ${table} t order by 1`
    expect((await target.pool.query(question)).rows).toEqual(
      (await company.pool.query(question)).rows,
    )
  }
  const { rows } = await target.pool.query('select state from mails order by 1')
  expect(rows.map(({ state }) => state)).toEqual(['held', 'held', 'sending', 'sent'])

  const again = importInstallation({ file, to, deliver: false, ...quiet })
  await expect(again).rejects.toMatchObject({ code: 'target-used' })
})

test('what people had asked for themselves is not sent hours later: it is withdrawn, and says why', async () => {
  await company.pool.query(
    `insert into mails (company_id, id, kind, recipient, recipient_key, language, content, state, created_at)
     select $1, gen_random_uuid(), kind, 'asked@example.org', 'asked@example.org', 'en', '{}', state, now()
     from (values ('password', 'queued'), ('test', 'sending'), ('password', 'held'), ('password', 'sent')) m (kind, state)`,
    [company.id],
  )
  const file = await exportTo('asked.zip')
  await company.pool.query(`delete from mails where recipient = 'asked@example.org'`)
  await using target = await createEmptyDatabase()
  const to = place(target.url)
  const imported = await importInstallation({ file, to, deliver: false, ...quiet })
  expect(imported).toMatchObject({ held: 2, withdrawn: 3 })
  const { rows } = await target.pool.query<{ state: string; answer: string | null }>(
    `select state, answer from mails where recipient = 'asked@example.org' order by 1`,
  )
  expect(rows.map(({ state }) => state)).toEqual(['sent', 'withdrawn', 'withdrawn', 'withdrawn'])
  expect(describeAnswer(rows[1]?.answer ?? '', 'en')).toContain('exported')
})

test('where the other installation is stopped for good, its mails leave', async () => {
  const file = await exportTo('moved.zip')
  await using target = await createEmptyDatabase()
  const to = place(target.url)
  const { held, queued } = await importInstallation({ file, to, deliver: true, ...quiet })
  expect({ held, queued }).toEqual({ held: 0, queued: 2 })
})

test('a folder that has another key keeps it, and takes nothing', async () => {
  const file = await exportTo('another key.zip')
  await using target = await createEmptyDatabase()
  const dataFolder = path.join(folder, 'another')
  await keepKey(dataFolder, 'cd'.repeat(32))
  const to = { ...place(target.url), dataFolder, secret: null }
  const importing = importInstallation({ file, to, deliver: false, ...quiet })
  await expect(importing).rejects.toMatchObject({ code: 'other-key-here' })
  expect(await keptKey(dataFolder)).toBe('cd'.repeat(32))
  const { rows } = await target.pool.query(`select to_regclass('companies') as made`)
  expect(rows).toEqual([{ made: null }])
})

test('a file that is there is replaced only where that is asked for', async () => {
  await exportTo('twice.zip')
  await expect(exportTo('twice.zip')).rejects.toMatchObject({ code: 'file-exists' })
  await exportTo('twice.zip', true)
})

test('a file with one wrong byte is known as damaged, and nothing of it is imported', async () => {
  const file = await exportTo('damaged.zip')
  const bytes = await readFile(file)
  const at = bytes.indexOf('users.copy') + 'users.copy'.length + 20
  bytes.writeUInt8(bytes.readUInt8(at) ^ 0xff, at)
  await writeFile(file, bytes)
  await expect(checkExport({ file, ...quiet })).rejects.toMatchObject({ code: 'damaged' })
  await using target = await createEmptyDatabase()
  const importing = importInstallation({ file, to: place(target.url), deliver: false, ...quiet })
  await expect(importing).rejects.toMatchObject({ code: 'damaged' })
  expect((await target.pool.query('select from companies')).rowCount).toBe(0)
})

test('a file that is cut short is no export', async () => {
  const file = await exportTo('short.zip')
  await truncate(file, (await stat(file)).size - 30)
  await expect(checkExport({ file, ...quiet })).rejects.toMatchObject({ code: 'not-an-export' })
})

test('a server that starts on the target meanwhile, with another key, keeps the import out', async () => {
  const file = await exportTo('raced.zip')
  await using target = await createEmptyDatabase()
  await migrate(target.pool)
  const to = place(target.url)
  let started: Promise<void> | undefined
  // The database was found empty; now somebody else makes it theirs.
  const onProgress = () => void (started ??= ownDatabase(connect(target.pool), 'cd'.repeat(32)))
  const importing = importInstallation({ file, to, deliver: false, ...quiet, onProgress })
  await expect(importing).rejects.toMatchObject({ code: 'wrong-key' })
  await started
  expect((await target.pool.query('select from companies')).rowCount).toBe(0)
})

test('a file that is not there is named, with the reason in words', async () => {
  const file = path.join(folder, 'not there.zip')
  const details = { file, reason: 'no such file or directory' }
  await expect(checkExport({ file, ...quiet })).rejects.toMatchObject({
    code: 'file-unreadable',
    details,
  })
})
