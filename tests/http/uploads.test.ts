import { once } from 'node:events'
import { connect as connectSocket, type Socket } from 'node:net'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { form } from './support/form.ts'
import { refusal, refused } from './support/read.ts'
import { json, startServer, type TestServer } from './support/start-server.ts'
import { usualSourceLimits } from '../../src/domain/source-limits.ts'

let here: TestServer

beforeAll(async () => {
  here = await startServer({ limits: { ...usualSourceLimits, bytes: 2_000_000, rows: 10_000 } })
})

afterAll(() => here[Symbol.asyncDispose]())

async function batchCount(): Promise<number> {
  return (await here.db.selectFrom('batches').select('id').execute()).length
}

test.each([
  ['an unknown operation', { operation: 'invite-everybody' }, 'a', 400, 'unknown-operation'],
  ['no data', { operation: 'delete-users' }, '', 422, 'no-rows'],
  ['an unclosed quote', { operation: 'delete-users' }, 'a@b.example\n"c', 422, 'unreadable-source'],
  ['a PDF in it', { operation: 'delete-users' }, '%PDF-1.7 ...', 422, 'unreadable-source'],
  [
    'an unknown encoding',
    { operation: 'delete-users', encoding: 'x' },
    'a@b.example',
    422,
    'unreadable-source',
  ],
  [
    'a mapping that is no JSON',
    { operation: 'delete-users', mapping: '{' },
    'a',
    400,
    'invalid-request',
  ],
  ['an unknown field', { operation: 'delete-users', colour: 'red' }, 'a', 400, 'invalid-request'],
  [
    'a column that is not there',
    { operation: 'delete-users', mapping: '{"fields":{"email":"x"}}' },
    'a@b.example',
    422,
    'unknown-column',
  ],
  [
    'too many rows',
    { operation: 'delete-users' },
    'a@b.example\n'.repeat(10_002),
    413,
    'too-many-rows',
  ],
  [
    'too many bytes',
    { operation: 'delete-users' },
    `a@b.example,${'x'.repeat(300)}\n`.repeat(9000),
    413,
    'source-too-large',
  ],
] as const)(
  'an upload with %s is refused, and nothing is stored',
  async (_, fields, file, status, code) => {
    const before = await batchCount()
    const answer = await here.ask('/batches', { method: 'POST', body: form(fields, file) })
    expect(await refused(answer)).toEqual([status, code])
    expect(await batchCount()).toBe(before)
  },
)

test('a text that is larger than JSON may bring is refused', async () => {
  const text = 'a@b.example\n'.repeat(100_000)
  const answer = await here.ask('/batches', json('POST', { operation: 'delete-users', text }))
  expect(await refusal(answer)).toMatchObject({
    status: 413,
    code: 'source-too-large',
    title: 'The source is larger than 1 MB. Split it, or raise ROSTER_MAX_BYTES.',
  })
})

test('a request with neither file nor text is refused', async () => {
  const bare = await here.ask('/batches', json('POST', { operation: 'delete-users' }))
  expect(await refused(bare)).toEqual([400, 'invalid-request'])
  const other = { method: 'POST', body: 'a@b.example', headers: { 'content-type': 'text/csv' } }
  expect(await refused(await here.ask('/batches', other))).toEqual([400, 'invalid-request'])
})

test('a field that comes after the file is refused, and nothing is stored', async () => {
  const late = form({}, 'a@b.example')
  late.append('operation', 'delete-users')
  expect(await refused(await here.ask('/batches', { method: 'POST', body: late }))).toEqual([
    400,
    'invalid-request',
  ])
  const ignored = form({ operation: 'delete-users' }, 'a@b.example')
  ignored.append('encoding', 'utf-8')
  const before = await batchCount()
  const answer = await here.ask('/batches', { method: 'POST', body: ignored })
  expect((await refusal(answer)).title).toContain('the fields stand before it')
  expect(await batchCount()).toBe(before)
})

test('of an upload that breaks off nothing is stored', async () => {
  const before = await batchCount()
  const answered = here.log.length
  const socket = await beginUpload()
  socket.destroy()
  await expect.poll(() => here.log.length).toBeGreaterThan(answered)
  expect(await batchCount()).toBe(before)
})

test('uploads that do not come to an end keep nobody else waiting', async () => {
  const companies = await Promise.all(
    Array.from({ length: 8 }, (_, number) => here.addCompany(`Slow${number}`)),
  )
  const slow: Socket[] = []
  for (const { key } of companies) slow.push(...(await beginFour(key)))
  const body = form({ operation: 'delete-users' }, 'a@b.example')
  expect((await here.ask('/batches', { method: 'POST', body })).status).toBe(201)
  expect(await openTransactions()).toBe(0)
  for (const socket of slow) socket.destroy()
})

test('of a user four uploads are taken at once, of a company twelve; more are refused until one is over', async () => {
  const busy = await here.addCompany('Busy')
  const [second, third, fourth] = await Promise.all(
    ['b', 'c', 'd'].map((name) =>
      here.addUser(busy.id, `${name}@busy.example`, ['manage-company-settings']),
    ),
  )
  const own = await beginFour(busy.key)
  const answer = await bring(busy.key)
  expect(answer.headers.get('retry-after')).toBe('5')
  expect(await refusal(answer)).toMatchObject({
    status: 429,
    code: 'too-many-uploads',
    title:
      'Too many uploads at once: 4 are still coming in or being read. Try again when one of them is done.',
  })
  const others = [...(await beginFour(second)), ...(await beginFour(third))]
  expect(await refusal(await bring(fourth))).toMatchObject({ status: 429, details: { limit: 12 } })
  own[0]?.destroy()
  await expect.poll(async () => (await bring(fourth)).status).toBe(201)
  for (const socket of [...own, ...others]) socket.destroy()
})

/** Begins four uploads, and waits until the server has let them in. */
async function beginFour(key: string | undefined): Promise<readonly Socket[]> {
  const before = letIn()
  const sockets = await Promise.all([1, 2, 3, 4].map(() => beginUpload(key)))
  await expect.poll(letIn).toBe(before + 4)
  return sockets
}

function letIn(): number {
  return here.log.filter((line) => line.includes('starting multipart parsing')).length
}

function bring(key = here.company.key): Promise<Response> {
  const body = form({ operation: 'delete-users' }, 'a@b.example')
  return here.ask('/batches', { method: 'POST', body, key })
}

/** Sends a part of an upload, and waits for the server to have taken it. */
async function beginUpload(key = here.company.key): Promise<Socket> {
  const boundary = 'frontier'
  const part = (name: string, rest: string) =>
    `--${boundary}\r\nContent-Disposition: form-data; name="${name}"${rest}`
  const socket = connectSocket(Number(new URL(here.url).port), '127.0.0.1')
  socket.on('error', () => {}).resume()
  const sent = once(socket, 'drain')
  socket.write(
    `POST /api/v1/batches HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer ${key}\r\n` +
      `Content-Type: multipart/form-data; boundary=${boundary}\r\nContent-Length: 1000000\r\n\r\n` +
      part('operation', '\r\n\r\ndelete-users\r\n') +
      part('file', '; filename="a.csv"\r\n\r\n') +
      `a@b.example,${'x'.repeat(30)}\r\n`.repeat(9_000),
  )
  await sent
  return socket
}

async function openTransactions(): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int from pg_stat_activity
    where datname = current_database() and state = 'idle in transaction'`.execute(here.db)
  return rows[0]?.count ?? 0
}
