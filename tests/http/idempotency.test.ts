import { afterAll, beforeAll, expect, test } from 'vitest'
import * as contract from '../../src/http/contract/batch.ts'
import { room } from '../../src/http/contract/directory.ts'
import { read, refused } from './support/read.ts'
import { json, startServer, type TestServer } from './support/start-server.ts'

let here: TestServer

beforeAll(async () => {
  here = await startServer()
})

afterAll(() => here[Symbol.asyncDispose]())

function keyed(key: string, init: RequestInit): RequestInit {
  const headers = new Headers(init.headers)
  headers.set('idempotency-key', key)
  return { ...init, headers }
}

function upload(file: string): RequestInit {
  const form = new FormData()
  form.append('operation', 'delete-users')
  form.append('file', new Blob([file]), 'people.csv')
  return { method: 'POST', body: form }
}

async function countOf(table: 'batches' | 'rooms'): Promise<number> {
  return (await here.db.selectFrom(table).select('id').execute()).length
}

test('the same request with the same key acts once, and gets the same answer', async () => {
  const request = keyed('room-1', json('POST', { name: 'Once' }))
  const first = await here.ask('/rooms', request)
  const second = await here.ask('/rooms', request)

  expect([first.status, second.status]).toEqual([201, 201])
  expect(second.headers.get('idempotency-replayed')).toBe('true')
  expect(await read(second, room)).toEqual(await read(first, room))
  expect(await countOf('rooms')).toBe(1)
})

test('another request with the same key is refused', async () => {
  await here.ask('/rooms', keyed('room-2', json('POST', { name: 'Two' })))
  const other = await here.ask('/rooms', keyed('room-2', json('POST', { name: 'Three' })))
  expect(await refused(other)).toEqual([422, 'idempotency-key-reused'])
  const elsewhere = await here.ask('/batches', keyed('room-2', upload('a@b.example')))
  expect(await refused(elsewhere)).toEqual([422, 'idempotency-key-reused'])
})

test('an upload is the same when its fields and its content are', async () => {
  const before = await countOf('batches')
  const first = await here.ask('/batches', keyed('upload', upload('a@b.example')))
  const second = await here.ask('/batches', keyed('upload', upload('a@b.example')))
  const other = await here.ask('/batches', keyed('upload', upload('c@d.example')))

  expect(await read(second, contract.batch)).toEqual(await read(first, contract.batch))
  expect(await refused(other)).toEqual([422, 'idempotency-key-reused'])
  expect(await countOf('batches')).toBe(before + 1)
})

test('of requests that come at once, one acts', async () => {
  const before = await countOf('batches')
  // As many uploads as a user may have at once.
  const all = Array.from({ length: 4 }, () =>
    here.ask('/batches', keyed('at-once', upload('a@b.example\n'.repeat(2000)))),
  )
  const answers = await Promise.all(all)

  const others = answers.filter(({ status }) => status !== 201)
  for (const other of others) {
    expect(await refused(other)).toEqual([409, 'request-in-progress'])
  }
  expect(others.length).toBeLessThan(answers.length)
  expect(await countOf('batches')).toBe(before + 1)
})

test('what was refused may be tried again with the same key', async () => {
  await here.ask('/rooms', json('POST', { name: 'Taken' }))
  const taken = keyed('retry', json('POST', { name: 'Taken' }))
  expect(await refused(await here.ask('/rooms', taken))).toEqual([409, 'room-exists'])
  const free = keyed('retry', json('POST', { name: 'Free' }))
  expect((await here.ask('/rooms', free)).status).toBe(201)
})

test('a claim whose process died is taken over, a fresh one is not', async () => {
  const claim = {
    company_id: here.company.id,
    user_id: here.company.adminId,
    request_digest: '',
    status: null,
    answer: null,
  }
  const [fresh, old] = [new Date(), new Date(Date.now() - 120_000)]
  await here.db
    .insertInto('idempotency_keys')
    .values([
      { ...claim, key: 'fresh', created_at: fresh },
      { ...claim, key: 'abandoned', created_at: old },
    ])
    .execute()

  const early = await here.ask('/rooms', keyed('fresh', json('POST', { name: 'Early' })))
  expect(await refused(early)).toEqual([409, 'request-in-progress'])
  const late = await here.ask('/rooms', keyed('abandoned', json('POST', { name: 'Late' })))
  expect(late.status).toBe(201)
})

test('a key is a user’s own', async () => {
  const other = await here.addUser(here.company.id, 'maker@example.example', ['create-a-room'])
  await here.ask('/rooms', keyed('shared', json('POST', { name: 'Mine' })))
  const theirs = await here.ask('/rooms', {
    ...keyed('shared', json('POST', { name: 'Theirs' })),
    key: other,
  })
  expect(theirs.status).toBe(201)
})

test('an execution that is asked for twice is started once', async () => {
  const text = 'new@example.org,New,Person'
  const drafted = await here.ask('/batches', json('POST', { operation: 'invite-users', text }))
  const { batch } = await read(drafted, contract.batch)
  const verified = await here.ask(`/batches/${batch}/verification`, { method: 'POST' })
  const { digest } = await read(verified, contract.batch)
  const request = keyed('execute', json('POST', { digest }))

  const first = await here.ask(`/batches/${batch}/execution`, request)
  const second = await here.ask(`/batches/${batch}/execution`, request)
  expect([first.status, second.status]).toEqual([202, 202])
  await (await here.ask(`/batches/${batch}/events`)).text()
  const mails = await here.db.selectFrom('mails').select('recipient').execute()
  expect(mails).toEqual([{ recipient: 'new@example.org' }])
})

test('a key that was created is kept in no answer', async () => {
  const request = keyed('secret', json('POST', { name: 'laptop' }))
  const one = await (await here.ask('/keys', request)).text()
  const two = await (await here.ask('/keys', request)).text()
  expect(two).not.toBe(one)
  const kept = await here.db.selectFrom('idempotency_keys').selectAll().execute()
  expect(JSON.stringify(kept)).not.toContain('roster_')
})

test('a key that is none is refused', async () => {
  const long = await here.ask('/rooms', keyed('x'.repeat(256), json('POST', { name: 'Long' })))
  expect(await refused(long)).toEqual([400, 'invalid-request'])
})
