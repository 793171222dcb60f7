import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import { openConnection } from './connection.ts'
import { english } from './sentences/english.ts'

test('a server that says that it is ending is asked again, wherever it then is', async () => {
  let asked = 0
  await using server = createServer((_request, reply) => {
    asked++
    reply.statusCode = asked === 1 ? 503 : 200
    reply.end('{"answer":42}')
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const connection = await openConnection({
    connect: async () => ({
      url: `http://127.0.0.1:${port}`,
      key: 'key',
      kind: 'folder',
      settled: async () => {},
      close: async () => {},
    }),
    headers: {},
    words: english,
    signal: new AbortController().signal,
  })

  expect(await connection.json({ path: 'me' })).toEqual({ answer: 42 })
  expect(asked).toBe(2)
})
