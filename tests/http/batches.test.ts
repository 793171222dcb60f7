import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as contract from '../../src/http/contract/batch.ts'
import { operationList } from '../../src/http/contract/operation.ts'
import { form } from './support/form.ts'
import { read, refusal, refused } from './support/read.ts'
import { json, startServer, type TestServer } from './support/start-server.ts'

let here: TestServer

beforeAll(async () => {
  here = await startServer()
  for (const name of ['Room 1', 'Room 2']) await here.ask('/rooms', json('POST', { name }))
})

afterAll(() => here[Symbol.asyncDispose]())

async function draft(operation: string, text: string): Promise<contract.Batch> {
  const answer = await here.ask('/batches', json('POST', { operation, text }))
  expect(answer.status).toBe(201)
  return read(answer, contract.batch)
}

async function verified(operation: string, text: string): Promise<contract.Batch> {
  const { batch } = await draft(operation, text)
  return read(await here.ask(`/batches/${batch}/verification`, { method: 'POST' }), contract.batch)
}

test('the catalogue describes the six operations', async () => {
  const { operations } = await read(await here.ask('/operations'), operationList)
  expect(operations.map(({ operation }) => operation)).toEqual([
    'invite-users',
    'delete-users',
    'assign-users-to-rooms',
    'remove-users-from-rooms',
    'invite-and-assign-users',
    'invite-guests',
  ])
  expect(operations[5]?.fields.map(({ field, kind }) => [field, kind])).toEqual([
    ['email', 'email'],
    ['name', 'text'],
    ['rooms', 'rooms'],
    ['role', 'role'],
    ['sendMail', 'boolean'],
  ])
  const deleting = operations.filter(({ deletesUsers }) => deletesUsers)
  expect(deleting.map(({ operation }) => operation)).toEqual(['delete-users'])
})

test('a file goes all the way from its upload to what became of each row', async () => {
  const file = 'E-Mail;Vorname;Nachname\r\nada@example.org;Ada;Lovelace\r\nnobody;No;Body\r\n'
  const uploaded = await here.ask('/batches', {
    method: 'POST',
    body: form({ operation: 'invite-users' }, file, 'Leute.csv'),
  })
  const created = await read(uploaded, contract.batch)
  expect(created).toMatchObject({
    state: 'draft',
    digest: null,
    source: { name: 'Leute.csv', format: 'csv', delimiter: ';', header: true, rows: 2 },
    mapping: { email: 'E-Mail', firstName: 'Vorname', lastName: 'Nachname' },
    missing: [],
    totals: { rows: 2 },
    createdBy: here.company.admin,
  })

  const path = `/batches/${created.batch}`
  const plan = await read(
    await here.ask(`${path}/verification`, { method: 'POST' }),
    contract.batch,
  )
  expect(plan).toMatchObject({ state: 'verified', totals: { ready: 1, error: 1, mails: 1 } })
  expect(plan.groups).toMatchObject([
    { code: 'invalid-email', field: 'email', count: 1, firstLine: 3 },
  ])

  const problems = await read(await here.ask(`${path}/rows?state=problems`), contract.rowPage)
  expect(problems).toMatchObject({
    next: null,
    rows: [{ row: 2, line: 3, state: 'error', problems: [{ code: 'invalid-email' }] }],
  })

  const hasty = await here.ask(`${path}/execution`, json('POST', { digest: plan.digest }))
  expect(await refused(hasty)).toEqual([409, 'rows-with-problems'])

  const fixed = await here.ask(
    `${path}/rows/2`,
    json('PATCH', { values: { email: 'no@body.example' } }),
  )
  expect(await read(fixed, contract.row)).toMatchObject({
    row: 2,
    state: null,
    values: { email: 'no@body.example' },
    fixed: ['email'],
  })
  const stale = await here.ask(`${path}/execution`, json('POST', { digest: plan.digest }))
  expect(await refused(stale)).toEqual([409, 'plan-changed'])

  const again = await read(
    await here.ask(`${path}/verification`, { method: 'POST' }),
    contract.batch,
  )
  const ready = await read(await here.ask(`${path}/rows?state=ready`), contract.rowPage)
  expect(ready.rows.map(({ changes }) => changes.length)).toEqual([1, 1])
  const started = await here.ask(`${path}/execution`, json('POST', { digest: again.digest }))
  expect(started.status).toBe(202)

  const events = await (await here.ask(`${path}/events`)).text()
  const last = events.trim().split('\n\n').at(-1) ?? ''
  expect(last).toMatch(/^event: progress\ndata: /)
  expect(contract.progress.parse(JSON.parse(last.replace(/^[^{]*/, '')))).toMatchObject({
    batch: created.batch,
    state: 'done',
    totals: { rows: 2, done: 2, mails: 2 },
  })
  expect(await read(await here.ask(path), contract.batch)).toMatchObject({
    state: 'done',
    cause: null,
  })
  const users = await here.db
    .selectFrom('users')
    .select('email')
    .where('status', '=', 'invited')
    .execute()
  expect(users.map(({ email }) => email).toSorted()).toEqual(['ada@example.org', 'no@body.example'])
})

test('the events of a batch at rest say so, and end', async () => {
  const { batch } = await draft('delete-users', 'a@example.org')
  const answer = await here.ask(`/batches/${batch}/events`)

  expect(answer.headers.get('content-type')).toBe('text/event-stream; charset=utf-8')
  expect(await answer.text()).toMatch(/^event: progress\ndata: \{.*"state":"draft".*\}\n\n$/)
})

test('accepted suggestions are corrections like any other', async () => {
  const { batch } = await verified(
    'assign-users-to-rooms',
    `${here.company.admin},room 1,Moderator`,
  )
  const path = `/batches/${batch}`
  const accepted = await here.ask(`${path}/suggestions`, { method: 'POST' })
  expect(await read(accepted, contract.batch)).toMatchObject({ state: 'draft' })
  const plan = await read(
    await here.ask(`${path}/verification`, { method: 'POST' }),
    contract.batch,
  )
  expect(plan.totals).toMatchObject({ ready: 1, error: 0 })
})

test('a mapping that a person chooses is followed, or refused with the names that there are', async () => {
  const { batch } = await draft('delete-users', 'who,address\nx@example.org,y@example.org')
  const path = `/batches/${batch}/mapping`
  const chosen = await here.ask(path, json('PUT', { header: true, fields: { email: 'address' } }))
  expect(await read(chosen, contract.batch)).toMatchObject({
    mapping: { email: 'address' },
    columns: [
      { column: 'who', field: null, reason: null },
      { column: 'address', field: 'email', reason: 'chosen' },
    ],
  })
  const unknown = await here.ask(path, json('PUT', { header: true, fields: { email: 'nix' } }))
  expect(await refusal(unknown)).toMatchObject({
    status: 422,
    code: 'unknown-column',
    title: 'The source has no column “nix”. Its columns are: who, address.',
  })
})

test('columns that share a title, and those without one, are named by their number', async () => {
  const { batch, columns } = await draft('delete-users', 'mail,mail\nx@example.org,y@example.org')
  expect(columns.map(({ column }) => column)).toEqual(['#1', '#2'])
  const path = `/batches/${batch}/mapping`
  const answer = await here.ask(path, json('PUT', { header: false, fields: { email: '#2' } }))
  expect(await read(answer, contract.batch)).toMatchObject({ mapping: { email: '#2' } })
})

test('another source takes the place of the first, and what rested on it is gone', async () => {
  const { batch } = await verified('delete-users', 'a@example.org\nb@example.org')
  const path = `/batches/${batch}/source`
  const replaced = await here.ask(path, {
    method: 'PUT',
    body: form({}, 'c@example.org\n', 'new.csv'),
  })
  expect(await read(replaced, contract.batch)).toMatchObject({
    batch,
    operation: 'delete-users',
    state: 'draft',
    digest: null,
    source: { name: 'new.csv', rows: 1 },
  })
  const unreadable = await here.ask(path, { method: 'PUT', body: form({}, '') })
  expect(await refused(unreadable)).toEqual([422, 'no-rows'])
  expect(await read(await here.ask(`/batches/${batch}`), contract.batch)).toMatchObject({
    source: { name: 'new.csv' },
  })
})

test('the same source, read from another line on, is another plan', async () => {
  const text = 'one@example.org,Una,One\ntwo@example.org,Tom,Two'
  const { batch, digest } = await verified('invite-users', text)
  const path = `/batches/${batch}`
  await here.ask(`${path}/source`, json('PUT', { text, firstLine: 2 }))
  const again = await here.ask(`${path}/verification`, { method: 'POST' })
  const plan = await read(again, contract.batch)
  expect(plan.totals).toMatchObject({ rows: 1, ready: 1 })
  expect(plan.digest).not.toBe(digest)
})

test('rows come by the page, in their order', async () => {
  const lines = Array.from({ length: 7 }, (_, index) => `u${index}@example.org`)
  const { batch } = await draft('delete-users', lines.join('\n'))
  const seen: (string | undefined)[] = []
  let cursor: string | null = ''
  while (cursor !== null) {
    const query: string = cursor === '' ? '' : `&cursor=${cursor}`
    const answer = await here.ask(`/batches/${batch}/rows?limit=3${query}`)
    const page: contract.RowPage = await read(answer, contract.rowPage)
    seen.push(...page.rows.map(({ values }) => values.email))
    cursor = page.next
  }
  expect(seen).toEqual(lines)
  const forged = await here.ask(`/batches/${batch}/rows?cursor=abc`)
  expect(await refused(forged)).toEqual([400, 'invalid-request'])
})

test('batches come by the page, the newest first', async () => {
  const { batch: older } = await draft('delete-users', 'a@example.org')
  const { batch: newer } = await draft('delete-users', 'b@example.org')
  const first = await read(await here.ask('/batches?limit=1'), contract.batchPage)
  expect(first.batches.map(({ batch }) => batch)).toEqual([newer])
  const second = await read(
    await here.ask(`/batches?limit=1&cursor=${first.next}`),
    contract.batchPage,
  )
  expect(second.batches.map(({ batch }) => batch)).toEqual([older])
})

test('many deletions must be confirmed by their number', async () => {
  await here.addUser(here.company.id, 'victim@example.org')
  const emails = await here.db
    .selectFrom('users')
    .select('email')
    .where('company_id', '=', here.company.id)
    .where('id', '!=', here.company.adminId)
    .execute()
  const plan = await verified('delete-users', emails.map(({ email }) => email).join('\n'))
  const { confirm, digest, batch } = plan
  expect(confirm).toEqual({ deletions: emails.length })
  const path = `/batches/${batch}/execution`
  const unconfirmed = await here.ask(path, json('POST', { digest, confirm: { deletions: 1 } }))
  expect(await refusal(unconfirmed)).toMatchObject({
    status: 409,
    code: 'confirmation-required',
    title: `This needs an explicit confirmation: ${emails.length} deletions.`,
    details: { deletions: emails.length },
  })
})

test('a batch that was stopped while it waited goes on when it is told to', async () => {
  // Nobody can be invited meanwhile, so that the first batch executes until this ends.
  const obstacle = await here.db.startTransaction().execute()
  await sql`lock table users in share row exclusive mode`.execute(obstacle)
  const first = await execute('first@example.org,First,One')
  const second = await execute('second@example.org,Second,One')
  expect(second.state).toBe('waiting')
  const path = `/batches/${second.batch}`

  const stopped = await here.ask(`${path}/stop`, { method: 'POST' })
  expect(stopped.status).toBe(202)
  expect(await read(stopped, contract.batch)).toMatchObject({
    state: 'stopped',
    cause: { code: 'stopped-by-person' },
  })
  await obstacle.rollback().execute()
  expect(await eventsOf(first.batch)).toContain('"state":"done"')

  const resumed = await here.ask(`${path}/resume`, { method: 'POST' })
  expect(resumed.status).toBe(202)
  expect(await eventsOf(second.batch)).toContain('"state":"done"')
  const again = await here.ask(`${path}/resume`, { method: 'POST' })
  expect(await refused(again)).toEqual([409, 'illegal-move'])
})

async function execute(row: string): Promise<contract.Batch> {
  const { batch, digest } = await verified('invite-users', row)
  return read(
    await here.ask(`/batches/${batch}/execution`, json('POST', { digest })),
    contract.batch,
  )
}

async function eventsOf(batch: string): Promise<string> {
  return (await here.ask(`/batches/${batch}/events`)).text()
}
