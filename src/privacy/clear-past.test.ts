import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { draft, engineFor, execute, verify } from '../../tests/support/batch.ts'
import { createCompany, type TestCompany } from '../../tests/support/company.ts'
import { mailsOf } from '../../tests/support/directory.ts'
import { tablesThatSay } from '../../tests/support/tables-that-say.ts'
import { addRecords } from '../directory/batch-records.ts'
import { findBatch, type BatchRef } from '../directory/batches.ts'
import { findRows } from '../verify/find-rows.ts'
import { fixRow } from '../verify/fix-row.ts'
import { clearPast } from './clear-past.ts'

const day = 24 * 60 * 60 * 1000
const hence = (days: number) => new Date(Date.now() + days * day)

async function clear({ db }: TestCompany, now: Date, signal = new AbortController().signal) {
  await clearPast({ db, now, keepDays: 90, signal })
}

const header = 'E-mail,First name,Last name,Friends of Zuse'
const line = 'konrad@example.org,Konrad,Zuse'

test('a finished batch loses its rows after its time, and all else that names people; its counts stay', async () => {
  await using company = await createCompany()
  await using engine = await engineFor(company)
  const planned = await verify(
    company,
    await draft(company, 'invite-users', [header, line, 'zuse']),
  )
  const done = await execute(company, engine, planned)
  expect(done).toMatchObject({ state: 'done', totals: { done: 1, error: 1 } })
  await sql`update batches set source = '{"name":"zuse.csv","format":"csv","sheets":[]}'`.execute(
    company.db,
  )
  await sql`delete from users where email = 'konrad@example.org'`.execute(company.db)

  await clear(company, hence(89))
  expect(await tablesThatSay(company.db, 'zuse')).toEqual(
    ['batch_records', 'batch_results', 'batches', 'batch_judgements'].toSorted(),
  )

  await clear(company, hence(91))
  expect(await tablesThatSay(company.db, 'zuse')).toEqual([])
  expect(await tablesThatSay(company.db, 'konrad')).toEqual([])
  const { id, state, totals, effects, createdBy, startedAt } = done
  const after = await findBatch(company.db, done)
  expect(after).toMatchObject({ id, state, totals, effects, createdBy, startedAt })
  expect(after.clearedAt).toBeInstanceOf(Date)
  expect(after).toMatchObject({ groups: [], source: { name: null, format: 'csv' } })
  expect(after.mapping.columns.map(({ title }) => title)).toEqual(['#1', '#2', '#3', '#4'])
})

test('a batch that was stopped or never executed ends too, and does not go on afterwards', async () => {
  await using company = await createCompany()
  await using engine = await engineFor(company)
  const verified = await verify(company, await draft(company, 'invite-users', [line]))
  const stopped = await verify(company, await draft(company, 'invite-users', [line]))
  await sql`update batches set state = 'stopped', queued_at = now(), finished_at = now()
    where id = ${stopped.id}`.execute(company.db)
  await clear(company, hence(91))

  const gone = { code: 'rows-cleared' }
  await expect(engine.resumeBatch(stopped, company.admin)).rejects.toMatchObject(gone)
  await expect(engine.verifyBatch(verified, { actor: company.admin })).rejects.toMatchObject(gone)
  await expect(execute(company, engine, verified)).rejects.toMatchObject(gone)
  const fix = { row: 1, values: { email: 'ada@example.org' } }
  await expect(fixRow(company.db, verified, fix)).rejects.toMatchObject(gone)
  const query = { filter: {}, start: { offset: 0 }, limit: 10 }
  expect(await findRows(company.db, verified, query)).toEqual({ rows: [], total: 0 })
})

test('a batch that waits or executes is kept, however old it is; so is one that somebody has just changed', async () => {
  await using company = await createCompany()
  const kept: BatchRef[] = []
  for (const state of ['waiting', 'executing']) {
    const ref = await draft(company, 'invite-users', [line])
    await sql`update batches set state = ${state} where id = ${ref.id}`.execute(company.db)
    kept.push(ref)
  }
  const touched = await draft(company, 'invite-users', [line])
  await sql`update batches set created_at = ${hence(-200)}`.execute(company.db)
  await fixRow(company.db, touched, { row: 1, values: { lastName: 'Z.' } })

  await clear(company, new Date())
  for (const ref of [...kept, touched]) {
    expect((await findBatch(company.db, ref)).clearedAt).toBeNull()
  }
})

test('what was killed goes on, and two at once do the same', async () => {
  await using company = await createCompany()
  const ref = await draft(company, 'invite-users', [line])
  const records = Array.from({ length: 25_000 }, (_, n) => ({ line: n + 2, cells: ['zuse'] }))
  await company.db.transaction().execute((tx) => addRecords(tx, ref, { from: 2, records }))
  await sql`update batches set records = 25001`.execute(company.db)
  const killed = new AbortController()
  killed.abort()
  await clear(company, hence(91), killed.signal)
  expect((await findBatch(company.db, ref)).clearedAt).not.toBeNull()
  expect(await tablesThatSay(company.db, 'zuse')).toEqual(['batch_records'])

  await Promise.all([clear(company, hence(92)), clear(company, hence(92))])
  expect(await tablesThatSay(company.db, 'zuse')).toEqual([])
})

test('old mails are gone, and what has not left by then does not leave any more', async () => {
  await using company = await createCompany()
  await using engine = await engineFor(company)
  const lines = ['sent', 'failed', 'unknown', 'held', 'queued'].map(
    (name) => `${name}@example.org,A,B`,
  )
  await execute(company, engine, await verify(company, await draft(company, 'invite-users', lines)))
  await sql`update mails set state = split_part(recipient, '@', 1)`.execute(company.db)

  await clear(company, hence(89))
  expect(await mailsOf(company)).toHaveLength(5)
  await clear(company, hence(91))
  expect(await mailsOf(company)).toEqual([])
})

test('a mail that lies there as a file stays until the file is gone', async () => {
  await using company = await createCompany()
  await using engine = await engineFor(company)
  await execute(
    company,
    engine,
    await verify(company, await draft(company, 'invite-users', [line])),
  )
  await sql`update mails set state = 'failed', filed_at = now()`.execute(company.db)

  await clear(company, hence(91))
  expect(await mailsOf(company)).toMatchObject([{ state: 'withdrawn' }])
  // As the next delivery does.
  await sql`update mails set filed_at = null`.execute(company.db)
  await clear(company, hence(91))
  expect(await mailsOf(company)).toEqual([])
})

test('what is left of people is cleared right after a batch that deleted them, and after no other', async () => {
  await using company = await createCompany()
  let cleared = 0
  const clearPast = async () => void cleared++
  await using engine = await engineFor(company, { clearPast })
  const run = async (operation: string, text: string) =>
    await execute(company, engine, await verify(company, await draft(company, operation, [text])))
  await run('invite-users', line)
  await run('delete-users', 'nobody@example.org')
  await run('delete-users', 'konrad@example.org')
  await expect.poll(() => cleared).toBe(1)
})

test('of signing in, nothing stays that is of no use any more', async () => {
  await using company = await createCompany()
  const { db, id } = company
  const user = company.admin.userId
  await sql`insert into sessions
    (company_id, id, user_id, secret_hash, created_at, expires_at, last_used_at, opened_by)
    values (${id}, gen_random_uuid(), ${user}, '', now(), ${hence(-1)}, now(), 'password'),
      (${id}, gen_random_uuid(), ${user}, '', now(), ${hence(1)}, now(), 'password')`.execute(db)
  await sql`insert into failed_sign_ins values ('old', 7, ${hence(-2)}), ('new', 1, now())`.execute(
    db,
  )
  await sql`insert into mail_pace values ('', ${hence(-2)}, 5), ('', now(), 5)`.execute(db)
  await sql`insert into idempotency_keys (company_id, user_id, key, request_digest, created_at)
    values (${id}, ${user}, 'old', '', ${hence(-2)}), (${id}, ${user}, 'new', '', now())`.execute(
    db,
  )
  await clear(company, new Date())

  const tables = ['sessions', 'failed_sign_ins', 'mail_pace', 'idempotency_keys']
  for (const table of tables) {
    const { rows } = await sql`select from ${sql.table(table)}`.execute(db)
    expect([table, rows.length]).toEqual([table, 1])
  }
})
