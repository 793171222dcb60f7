import { sql } from 'kysely'
import { Migrator } from 'kysely/migration'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { connect } from '../../src/directory/connect.ts'
import { findBatch, type BatchRef } from '../../src/directory/batches.ts'
import { migrate } from '../../src/directory/migrate.ts'
import { migrations } from '../../src/directory/migrations/index.ts'
import type { Db } from '../../src/directory/schema.ts'
import { newId } from '../../src/domain/id.ts'
import { ended, engineFor, execute, rowsOf, verify } from '../support/batch.ts'
import { addCompany } from '../support/company.ts'
import { createEmptyDatabase, type TestDatabase } from '../support/database.ts'
import { inShort } from '../support/stage.ts'

let database: TestDatabase
let db: Db
let company: Awaited<ReturnType<typeof addCompany>> & { readonly db: Db }
let before: Readonly<Record<'draft' | 'verified' | 'stopped' | 'done', BatchRef>>

// As the version before sessions, rows left out and effects has left it.
beforeAll(async () => {
  database = await createEmptyDatabase()
  db = connect(database.pool)
  const { error } = await new Migrator({ db, provider: earlier }).migrateToLatest()
  if (error !== undefined) throw error
  company = { ...(await addCompany(db, 'Example')), db }
  before = {
    draft: await insertBatch('draft', ['adda', 'alan']),
    verified: await insertBatch('verified', ['grace', 'no address']),
    stopped: await insertBatch('stopped', ['gone', 'edsger']),
    done: await insertBatch('done', ['gone']),
  }
  await sql`insert into batch_fixes
    values (${company.id}, ${before.draft.id}, 1, 'email', 'ada@example.org')`.execute(db)
  for (const { id } of [before.stopped, before.done]) await insertDone(id)
  for (const name of ['room\u00a01', 'Hall\u00a0A', 'Hall A']) {
    await sql`insert into rooms values (${company.id}, ${newId()}, ${name}, null, now())`.execute(
      db,
    )
  }
  await migrate(database.pool)
})

afterAll(() => database.drop())

const earlier = {
  getMigrations: () =>
    Promise.resolve(
      Object.fromEntries(Object.entries(migrations).filter(([name]) => name < '0005')),
    ),
}

async function insertBatch(state: string, names: readonly string[]): Promise<BatchRef> {
  const id = newId()
  const columns = [0, 1, 2].map((index) => ({ index, title: `Column ${index + 1}`, secret: false }))
  const fields = { email: 0, firstName: 1, lastName: 2 }
  const mapping = { header: false, columns, fields, reasons: {} }
  const isPlanned = state !== 'draft'
  const isStarted = isPlanned && state !== 'verified'
  const totals = { rows: names.length, ready: names.length, unchanged: 0, error: 0, done: 0 }
  await sql`
    insert into batches (company_id, id, operation, state, source, source_digest, records, mapping,
      digest, verified_totals, groups, created_by, created_by_email, created_at, verified_at,
      executed_by, started_at, queued_at)
    values (${company.id}, ${id}, 'invite-users', ${state},
      '{"name":null,"format":"text","encoding":null,"delimiter":null,"sheet":null,"sheets":[]}',
      'digest', ${names.length}, ${JSON.stringify(mapping)}, ${isPlanned ? 'plan' : null},
      ${isPlanned ? JSON.stringify({ ...totals, failed: 0, mails: 0 }) : null},
      ${isPlanned ? '[]' : null}, ${company.admin.userId}, ${company.admin.email}, now(),
      ${isPlanned ? new Date() : null}, ${isStarted ? company.admin.userId : null},
      ${isStarted ? new Date() : null}, ${isStarted ? new Date() : null})`.execute(db)
  await sql`
    insert into batch_records
    select ${company.id}, ${id}, number, number, json_build_array(name || '@example.org', name, 'Example')
    from unnest(${names}::text[]) with ordinality as named (name, number)`.execute(db)
  return { companyId: company.id, id }
}

/** The first row of a batch, executed. */
async function insertDone(batch: string): Promise<void> {
  await sql`insert into batch_chunks values (${company.id}, ${batch}, 1, 2, 1, 0, 0, 0, 0)`.execute(
    db,
  )
  await sql`insert into batch_results (company_id, batch_id, position, state)
    values (${company.id}, ${batch}, 1, 'done')`.execute(db)
}

test('corrections of a version before are kept', async () => {
  const rows = await rowsOf({ db }, before.draft)
  expect(rows.map(({ values, fixed, leftOut }) => [values.email, fixed, leftOut])).toEqual([
    ['ada@example.org', ['email'], false],
    ['alan@example.org', [], false],
  ])
})

test('a plan of a version before, which does not say what it would do, is made anew', async () => {
  expect(await findBatch(db, before.verified)).toMatchObject({ state: 'draft', digest: null })
  const planned = await verify(company, before.verified)
  expect(planned).toMatchObject({ totals: { ready: 1, error: 1 }, effects: { invited: 1 } })
  await using engine = await engineFor({ db, pool: database.pool })
  const executed = await execute(company, engine, planned)
  expect(executed).toMatchObject({ state: 'done', effects: { invited: 1 } })
})

test('what a version before has begun goes on, and is not said to have done less than it did', async () => {
  expect((await findBatch(db, before.stopped)).effects).toEqual({})
  await using engine = await engineFor({ db, pool: database.pool })
  await engine.resumeBatch(before.stopped, company.admin)
  const executed = await ended(db, before.stopped)
  expect(executed).toMatchObject({ state: 'done', totals: { done: 2, ready: 0 }, effects: {} })
  expect((await rowsOf({ db }, before.stopped)).map(inShort)).toEqual(['done', 'done'])
  expect((await findBatch(db, before.done)).effects).toEqual({})
})

test('a batch of a version before is deleted with all that belongs to it', async () => {
  await db.deleteFrom('batches').where('id', '=', before.draft.id).execute()
  const { rows } = await sql`
    select position from batch_fixes where batch_id = ${before.draft.id}
    union all select position from batch_records where batch_id = ${before.draft.id}`.execute(db)
  expect(rows).toEqual([])
})

test('a room whose name held a space that does not break is named as it looks, unless another bears that name', async () => {
  const rooms = await db.selectFrom('rooms').select('name').orderBy('name').execute()
  expect(rooms.map(({ name }) => name)).toEqual(['Hall A', 'Hall\u00a0A', 'room 1'])
})
