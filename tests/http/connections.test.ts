import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { setTimeout } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import * as contract from '../../src/http/contract/batch.ts'
import { form } from './support/form.ts'
import { read, refused } from './support/read.ts'
import { startServer, type TestServer } from './support/start-server.ts'

let here: TestServer
const stalledAfter = 0.5
beforeAll(async () => void (here = await startServer({ stalledAfter })))
afterAll(() => here[Symbol.asyncDispose]())

test('headers must come within a minute, and no other time is set to a request', () => {
  const { headersTimeout, requestTimeout } = here.server.server
  expect({ headersTimeout, requestTimeout }).toEqual({ headersTimeout: 60_000, requestTimeout: 0 })
})

test.each([
  ['stops', async () => {}],
  ['trickles', trickle],
])('an upload that %s is ended, and nothing is stored', async (_, goOn) => {
  const before = await batchCount()
  const socket = begin(5e12)
  await Promise.all([once(socket, 'close'), goOn(socket)])
  expect(await batchCount()).toBe(before)
})

test('who leaves before the guard has let the upload in keeps no place', async () => {
  const sockets = Array.from({ length: 20 }, () => begin(5e12))
  await Promise.all(
    sockets.map(async (socket) => {
      await once(socket, 'connect')
      socket.destroy()
    }),
  )
  await vi.waitFor(async () => {
    const body = form({ operation: 'delete-users' }, 'a@b.example')
    expect((await here.ask('/batches', { method: 'POST', body })).status).toBe(201)
  })
})

test('an upload that is slow but moves may take many times as long', async () => {
  const file = 'a@b.example,Ada\n'.repeat(1_000)
  const pieces = 12
  const end = '\r\n--frontier--\r\n'
  const socket = begin(beginning.length + pieces * file.length + end.length)
  const answered = once(socket, 'data')
  for (let sent = 0; sent < pieces; sent += 1) {
    socket.write(file)
    await setTimeout((stalledAfter * 1000) / 5)
  }
  socket.write(end)
  const [answer] = (await answered) as [Buffer]
  expect(answer.toString()).toMatch(/^HTTP\/1\.1 201 /)
  socket.destroy()
})

test('a stranger cannot keep a connection by sending a body slowly', async () => {
  const socket = begin(5e12, 'nobody')
  await Promise.all([once(socket, 'close'), trickle(socket)])
  expect(socket.destroyed).toBe(true)
})

test.each([
  ['thousands of fields', Array.from({ length: 3_000 }, (_, n) => field(`f${n}`, 'x')).join('')],
  ['a field with an endless name', field('f'.repeat(70_000), 'x')],
  ['a field that is called __proto__', field('__proto__', 'x')],
  ['an endless field', field('operation', 'x'.repeat(2_000_000))],
  ['two files', field('file"; filename="a', 'a@b.example') + field('file"; filename="b', 'x')],
  ['no end', field('operation', 'delete-users').slice(0, -4)],
])('a form with %s is refused, and nothing is stored', async (_, body) => {
  const before = await batchCount()
  const answer = await here.ask('/batches', {
    method: 'POST',
    headers: { 'content-type': 'multipart/form-data; boundary=frontier' },
    body: `${field('operation', 'delete-users')}${body}--frontier--\r\n`,
  })
  expect(await refused(answer)).toEqual([400, 'invalid-request'])
  expect(await batchCount()).toBe(before)
})

test('the name of a file is stored without tricks', async () => {
  const body = form(
    { operation: 'delete-users' },
    'a@b.example',
    '../../\u202eetc/pass\u0007wd.csv',
  )
  const created = await here.ask('/batches', { method: 'POST', body })
  expect((await read(created, contract.batch)).source.name).toBe('pass wd.csv')
})

test('what comes behind the declared end is another request, and a wrong one', async () => {
  const socket = begin(beginning.length, 'nobody')
  socket.write('x'.repeat(1_000))
  let answers = ''
  socket.on('data', (data: Buffer) => (answers += data.toString()))
  await once(socket, 'close')
  expect(answers).toMatch(/^HTTP\/1\.1 401 [\s\S]*HTTP\/1\.1 400 /)
})

const beginning =
  field('operation', 'delete-users') +
  '--frontier\r\nContent-Disposition: form-data; name="file"; filename="a.csv"\r\n\r\n'

/** An upload that declares so many bytes, and sends its first ones. */
function begin(declared: number, key = here.company.key): Socket {
  const socket = connect(Number(new URL(here.url).port), '127.0.0.1')
  socket.on('error', () => {}).resume()
  socket.write(
    `POST /api/v1/batches HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer ${key}\r\n` +
      `Content-Type: multipart/form-data; boundary=frontier\r\nContent-Length: ${declared}\r\n\r\n`,
  )
  socket.write(beginning)
  return socket
}

async function trickle(socket: Socket): Promise<void> {
  while (!socket.destroyed) {
    socket.write('a')
    await setTimeout(20)
  }
}

function field(name: string, value: string): string {
  return `--frontier\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`
}

async function batchCount(): Promise<number> {
  return (await here.db.selectFrom('batches').select('id').execute()).length
}
