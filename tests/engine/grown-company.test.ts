import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { accountOf } from '../../src/directory/account-of.ts'
import { assignmentsOf } from '../../src/directory/assignments-of.ts'
import type { Ask, Fact } from '../../src/directory/fact.ts'
import { addRecords, readRecordsAt } from '../../src/directory/batch-records.ts'
import { deleteUsers } from '../../src/directory/delete-users.ts'
import { guestLinksOf } from '../../src/directory/guest-links-of.ts'
import { lockUsers } from '../../src/directory/lock-users.ts'
import { memberByEmail } from '../../src/directory/member-by-email.ts'
import { rolesOf } from '../../src/directory/roles-of.ts'
import { userByEmail } from '../../src/directory/user-by-email.ts'
import { removeAssignments } from '../../src/directory/remove-assignments.ts'
import { parseEmail } from '../../src/domain/email.ts'
import { withdrawInvitations } from '../../src/mail/outbox.ts'
import type { Tx } from '../../src/directory/schema.ts'
import { newId } from '../../src/domain/id.ts'
import { addCompany, createCompany, type TestCompany } from '../support/company.ts'

// What a large batch meets that is executed soon after a start: the database has measured its tables while there were
// only small companies, and then one grows.
const grown = 10_000
let company: TestCompany

beforeAll(async () => {
  company = await createCompany()
  const { db } = company
  for (let n = 0; n < 20; n++) await fill((await addCompany(db, `Small ${n}`)).id, 3)
  for (const table of ['users', 'invitations', 'assignments', 'guests', 'mails', 'rooms']) {
    // Nobody measures them anew meanwhile.
    await sql`alter table ${sql.table(table)} set (autovacuum_enabled = false)`.execute(db)
  }
  await sql`analyze`.execute(db)
  await fill(company.id, grown)
})

afterAll(() => company[Symbol.asyncDispose]())

const rows = Array.from({ length: 5_000 }, (_, n) => ({
  email: addressOf(n),
  rooms: { whole: 'room', parts: ['room'] },
}))
type AskedRow = (typeof rows)[number]

test.each<[string, Fact<AskedRow, unknown>]>([
  ['users', userByEmail],
  ['members of rooms', memberByEmail],
  ['roles', rolesOf],
  ['accounts', accountOf],
  ['assignments', assignmentsOf],
])('%s are looked up one by one, however small companies were measured to be', async (_, fact) => {
  const answer = await inTime((ask) => fact(ask, rows))
  expect(rows.filter((row) => answer(row) === undefined)).toEqual([])
})

test('links of guests are looked up one by one, however small companies were measured to be', async () => {
  const linkOf = await inTime((ask) => guestLinksOf(ask, rows))
  const { id } = await company.db
    .selectFrom('rooms')
    .select('id')
    .where('company_id', '=', company.id)
    .executeTakeFirstOrThrow()
  expect(rows.filter((row) => linkOf(row)(id) === undefined)).toEqual([])
})

test('mails are withdrawn one by one, however small companies were measured to be', async () => {
  const { db, id: companyId } = company
  const users = await db
    .selectFrom('users')
    .select('id')
    .where('company_id', '=', companyId)
    .execute()
  const userIds = users.map(({ id }) => id)
  await inTime(({ tx }) => withdrawInvitations(tx, { companyId, userIds }))
  const { rows: withdrawn } = await sql`select from mail_withdrawals`.execute(db)
  expect(withdrawn).toHaveLength(grown)
})

test.each([
  ['assignments are removed', 'assignments', removeAssignments],
  ['users are locked', 'users', lockUsers],
  ['users are deleted', 'users', deleteUsers],
] as const)('%s without a look at those of all others', async (_, table, act) => {
  const { db, id: companyId } = company
  const users = await db
    .selectFrom('users')
    .select('id')
    .where('company_id', '=', companyId)
    .limit(100)
    .execute()
  const read = await db.transaction().execute(async (tx) => {
    const before = await rowsRead(tx, table)
    await act(
      { tx, companyId },
      users.map(({ id }) => id),
    )
    return (await rowsRead(tx, table)) - before
  })
  expect(read).toBeLessThan(1_000)
})

test('records of a batch are fetched without a look at all others, though batches were small when they were measured', async () => {
  const { db, id: companyId } = company
  const [small, large] = [newId(), newId()]
  const records = [{ line: 1, cells: ['ada@example.org'] }]
  const positions = Array.from({ length: 500 }, (_, n) => 1 + n * 15)
  const read = await db.transaction().execute(async (tx) => {
    await addRecords(tx, { companyId, id: small }, { from: 1, records })
    await sql`analyze batch_records`.execute(tx)
    const many = Array.from({ length: grown }, () => records).flat()
    await addRecords(tx, { companyId, id: large }, { from: 1, records: many })
    const before = await rowsRead(tx, 'batch_records')
    const found = await readRecordsAt(tx, { companyId, id: large }, positions)
    expect(found.map(({ position }) => position)).toEqual(positions)
    return (await rowsRead(tx, 'batch_records')) - before
  })
  expect(read).toBeLessThan(1_000)
})

/** How many rows of a table the transaction has read: those of all found by whatever index, or by none. */
async function rowsRead(tx: Tx, table: string): Promise<number> {
  const { rows } = await sql<{ read: number }>`
    select (pg_stat_get_xact_tuples_returned(oid)
      + (select sum(pg_stat_get_xact_tuples_returned(indexrelid)) from pg_index where indrelid = oid))::int as read
    from pg_class where relname = ${table} and relkind = 'r'`.execute(tx)
  return rows[0]?.read ?? 0
}

/** A probe per row takes some milliseconds; reading the company once per row, half a minute. */
async function inTime<Answer>(act: (ask: Ask) => Promise<Answer>): Promise<Answer> {
  return await company.db.transaction().execute(async (tx) => {
    await sql`set local statement_timeout = '3s'`.execute(tx)
    return await act({ tx, companyId: company.id })
  })
}

/** Invited users, each with a mail, and in one room with a guest's link for the same address. */
async function fill(companyId: string, count: number): Promise<void> {
  const { db } = company
  const people = sql`generate_series(0, ${count - 1}::int) as n`
  await sql`
    insert into users (company_id, id, email, email_key, first_name, last_name, language, status, created_at)
    select ${companyId}, gen_random_uuid(), 'p' || n || '@example.org', 'p' || n || '@example.org',
      'Ada', 'Lovelace', 'en', 'invited', now()
    from ${people}`.execute(db)
  await sql`
    insert into invitations (company_id, user_id, issued_at)
    select company_id, id, now() from users
    where company_id = ${companyId} and status = 'invited'`.execute(db)
  await sql`
    insert into rooms (company_id, id, name, created_at)
    values (${companyId}, gen_random_uuid(), 'room', now())`.execute(db)
  await sql`
    insert into assignments (company_id, user_id, room_id, role)
    select i.company_id, i.user_id, r.id, 'Guest' from invitations i join rooms r using (company_id)
    where i.company_id = ${companyId}`.execute(db)
  await sql`
    insert into guests (company_id, id, room_id, email, email_key, name, role, language, issued_at)
    select r.company_id, gen_random_uuid(), r.id, 'p' || n || '@example.org', 'p' || n || '@example.org',
      'Ada', 'Guest', 'en', now()
    from rooms r cross join ${people} where r.company_id = ${companyId}`.execute(db)
  await sql`
    insert into mails (company_id, id, kind, user_id, recipient, recipient_key, language, content, state, created_at, due_at)
    select u.company_id, gen_random_uuid(), 'invitation', u.id, u.email, u.email_key, 'en', '{}', 'queued', now(), now()
    from users u join invitations i on i.company_id = u.company_id and i.user_id = u.id
    where u.company_id = ${companyId}`.execute(db)
}

function addressOf(n: number) {
  const email = parseEmail(`p${n}@example.org`)
  if (email === undefined) throw new Error('This is no address.')
  return email
}
