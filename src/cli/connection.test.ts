import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import { openConnection, type Connection } from './connection.ts'
import { english } from './sentences/english.ts'
import type { Server } from './server.ts'

test('a server that says that it is ending is asked again, wherever it then is', async () => {
  let asked = 0
  await using server = createServer((_request, reply) => {
    asked++
    reply.statusCode = asked === 1 ? 503 : 200
    reply.end('{"answer":42}')
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const connection = await connectedTo(port, 'folder')

  expect(await connection.json({ path: 'me' })).toEqual({ answer: 42 })
  expect(asked).toBe(2)
})

test.each([
  ['server-ending', 'This server is ending.'],
  ['database-unreachable', 'The database cannot be reached just now.'],
  ['database-full', 'The database takes no more connections just now.'],
])('a server that cannot answer says why itself: %s', async (code, title) => {
  await using server = createServer((_request, reply) => {
    reply.statusCode = 503
    reply.end(JSON.stringify({ code, title }))
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const connection = await connectedTo(port, 'own')

  await expect(connection.json({ path: 'me' })).rejects.toMatchObject({ code, message: title })
})

test('what answers in place of a server that is away is not taken for it', async () => {
  await using server = createServer((_request, reply) => {
    reply.statusCode = 503
    reply.end('<h1>503 Service Temporarily Unavailable</h1>')
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const connection = await connectedTo(port, 'remote')

  const asked = connection.json({ path: 'keys', method: 'POST', repeatable: false })
  await expect(asked).rejects.toMatchObject({ code: 'not-roster', details: { status: 503 } })
})

function connectedTo(port: number, kind: Server['kind']): Promise<Connection> {
  return openConnection({
    connect: async () => ({
      url: `http://127.0.0.1:${port}`,
      key: 'key',
      kind,
      settled: async () => {},
      close: async () => {},
    }),
    headers: {},
    words: english,
    signal: new AbortController().signal,
  })
}
