import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { newId } from '../../src/domain/id.ts'
import { batch } from '../../src/http/contract/batch.ts'
import { room } from '../../src/http/contract/directory.ts'
import { personalData } from '../../src/http/contract/me.ts'
import { clearPast } from '../../src/privacy/clear-past.ts'
import { tablesThatSay } from '../support/tables-that-say.ts'
import { openBrowser } from './support/browser.ts'
import { read, refused } from './support/read.ts'
import { json, startServer, type TestServer } from './support/start-server.ts'

let here: TestServer

beforeAll(async () => {
  here = await startServer()
})

afterAll(() => here[Symbol.asyncDispose]())

async function run(operation: string, text: string): Promise<string> {
  const drafted = await here.ask('/batches', json('POST', { operation, text }))
  const { batch: id } = await read(drafted, batch)
  const verified = await here.ask(`/batches/${id}/verification`, json('POST', {}))
  const { digest, totals } = await read(verified, batch)
  const confirm = { deletions: totals.ready }
  const execution = operation === 'delete-users' ? { digest, confirm } : { digest }
  await read(await here.ask(`/batches/${id}/execution`, json('POST', execution)), batch)
  await (await here.ask(`/batches/${id}/events`)).text()
  return id
}

async function idOf(email: string): Promise<string> {
  const { id } = await here.db
    .selectFrom('users')
    .select('id')
    .where('email', '=', email)
    .where('company_id', '=', here.company.id)
    .executeTakeFirstOrThrow()
  return id
}

const document = personalData.extend({
  user: z.looseObject({ id: z.uuid(), email: z.string() }),
  permissions: z.array(z.string()),
  rooms: z.array(z.looseObject({ room: z.string(), role: z.string() })),
  invitation: z.looseObject({ issuedAt: z.string() }).nullable(),
  keys: z.array(z.looseObject({ name: z.string() })),
  sessions: z.array(z.looseObject({ openedBy: z.string() })),
  guestEntries: z.array(z.looseObject({ room: z.string(), name: z.string() })),
  mails: z.array(z.looseObject({ to: z.string(), kind: z.string() })),
  batches: z.array(z.looseObject({ operation: z.string() })),
  batchRows: z.array(z.looseObject({ batch: z.uuid(), cells: z.array(z.string()) })),
  auditLog: z.array(z.looseObject({ act: z.string(), address: z.string().nullable() })),
})

test('an administrator gets all that is known about a user, as a file', async () => {
  await read(await here.ask('/rooms', json('POST', { name: 'Lab' })), room)
  const invited = await run(
    'invite-and-assign-users',
    'marie@example.org,Marie,Curie,Lab,Moderator\nannemarie@example.org,Anne,Marie,Lab,Guest',
  )
  await run('invite-guests', 'Marie@Example.org,Madame C.,Lab,Guest,True')
  const answer = await here.ask(`/users/${await idOf('marie@example.org')}/data`)

  expect(answer.headers.get('content-disposition')).toBe(
    'attachment; filename="personal-data.json"',
  )
  const data = await read(answer, document)
  expect(data.user).toMatchObject({ email: 'marie@example.org', lastName: 'Curie' })
  expect(data.rooms).toEqual([{ room: 'Lab', role: 'Moderator' }])
  expect(data.invitation).not.toBeNull()
  expect(data.guestEntries).toMatchObject([{ room: 'Lab', name: 'Madame C.' }])
  expect(data.mails.map(({ to, kind }) => [to, kind])).toEqual([
    ['marie@example.org', 'invitation'],
    ['Marie@Example.org', 'guest'],
  ])
  expect(data.batchRows.map(({ cells }) => cells[0])).toEqual([
    'marie@example.org',
    'Marie@Example.org',
  ])
  expect(data.batchRows[0]?.batch).toBe(invited)
  expect(JSON.stringify(data)).not.toContain('annemarie')
})

test('everybody gets their own, with what they did, and without what lets somebody in', async () => {
  const key = await here.addUser(here.company.id, 'lise@example.org', ['manage-company-settings'])
  const browser = openBrowser(here)
  await browser.send('POST', '/session', { key })
  const drafted = await browser.send('POST', '/batches', {
    operation: 'delete-users',
    text: 'nobody@example.org',
  })
  await read(drafted, batch)
  const answer = await browser.ask('/me/data')
  const data = await read(answer, document)

  expect(data.user.email).toBe('lise@example.org')
  expect(data.permissions).toEqual(['manage-company-settings'])
  expect(data.keys).toMatchObject([{ name: 'test' }])
  expect(data.sessions).toMatchObject([{ openedBy: 'key', address: '127.0.0.1' }])
  expect(data.batches).toMatchObject([{ operation: 'delete-users', brought: true }])
  expect(data.batchRows).toEqual([])
  expect(data.auditLog.map(({ act }) => act)).toContain('sign-in')
  const { rows } = await sql<{ hash: string }>`
    select encode(secret_hash, 'hex') as hash from api_keys
    union all select encode(secret_hash, 'hex') from sessions`.execute(here.db)
  const text = JSON.stringify(data)
  for (const secret of [key, browser.cookie ?? '', ...rows.map(({ hash }) => hash)]) {
    expect(text).not.toContain(secret)
  }
})

test('what is long comes page by page, and whole', async () => {
  const key = await here.addUser(here.company.id, 'emmy@example.org')
  const user = await idOf('emmy@example.org')
  await sql`
    insert into audit_log (company_id, id, at, act, actor_kind, actor_id, details)
    select ${here.company.id}, ('01990000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, now(),
      'change-me', 'user', ${user}, '{}'
    from generate_series(1, 1234) n`.execute(here.db)
  const data = await read(await here.ask('/me/data', { key }), document)
  expect(data.auditLog.filter(({ act }) => act === 'change-me')).toHaveLength(1_234)
})

test('of others’ acts the log tells what they did, and not from where', async () => {
  const key = await here.addUser(here.company.id, 'ruth@example.org')
  const user = await idOf('ruth@example.org')
  const change = json('PUT', { permissions: ['list-all-rooms'] })
  expect((await here.ask(`/users/${user}/permissions`, change)).status).toBe(200)
  const { auditLog } = await read(await here.ask('/me/data', { key }), document)
  expect(auditLog).toMatchObject([
    { act: 'grant-permissions', address: null },
    { act: 'export-me', address: '127.0.0.1' },
  ])
})

test('nobody gets what is known about somebody of another company, or about nobody', async () => {
  const foreign = await here.addCompany('Elsewhere')
  const user = here.company.adminId
  const other = await here.ask(`/users/${user}/data`, { key: foreign.key })
  expect(await refused(other)).toEqual([404, 'user-not-found'])
  for (const id of [newId(), 'nobody']) {
    expect(await refused(await here.ask(`/users/${id}/data`))).toEqual([404, 'user-not-found'])
  }
})

test('a user who was deleted stands nowhere any more, but for the rows that name them, until those end', async () => {
  const email = 'hypatia@example.org'
  await run('invite-users', `${email},Hypatia,Alexandrina`)
  const { id: user } = await here.db
    .selectFrom('users')
    .select('id')
    .where('email', '=', email)
    .executeTakeFirstOrThrow()
  await sql`update users set status = 'active'`.execute(here.db)
  await sql`insert into user_permissions
    values (${here.company.id}, ${user}, 'manage-company-settings')`.execute(here.db)
  // They use what there is to be used, and so leave their traces.
  const headers = { 'roster-as': email }
  const asThem = { key: here.folderKey }
  const post = (path: string, body: unknown) =>
    here.ask(path, { ...asThem, ...json('POST', body, { ...headers, 'idempotency-key': path }) })
  await post('/keys', { name: 'laptop' })
  await read(
    await post('/batches', { operation: 'invite-users', text: 'x@example.org,X,Y' }),
    batch,
  )
  await here.ask('/me', { ...asThem, ...json('PATCH', { lastName: 'Theonos' }, headers) })
  await sql`update mails set state = 'sent', sent_at = now() where user_id = ${user}`.execute(
    here.db,
  )
  expect(await tablesThatSay(here.db, 'hypatia')).toEqual(
    expect.arrayContaining(['users', 'mails', 'batch_records', 'idempotency_keys']),
  )

  await run('delete-users', email)
  const clear = (now: Date) =>
    clearPast({ db: here.db, now, keepDays: 90, signal: new AbortController().signal })
  // As the program does right after such a batch.
  await clear(new Date())
  // The rows and what became of them: what the seed of the deletion was, and the report of it.
  const mayStay = new Set(['batch_records', 'batch_results', 'batch_judgements', 'batches'])
  for (const text of ['hypatia', 'alexandrina', 'theonos']) {
    const stays = await tablesThatSay(here.db, text)
    expect(stays.filter((table) => !mayStay.has(table))).toEqual([])
  }
  const { rows } = await sql`select from audit_log where actor_id = ${user}`.execute(here.db)
  expect(rows.length).toBeGreaterThan(0)

  await clear(new Date(Date.now() + 91 * 24 * 60 * 60 * 1000))
  for (const text of ['hypatia', 'alexandrina', 'theonos']) {
    expect(await tablesThatSay(here.db, text)).toEqual([])
  }
})
