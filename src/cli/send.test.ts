import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Readable } from 'node:stream'
import { finished } from 'node:stream/promises'
import { text } from 'node:stream/consumers'
import { expect, test } from 'vitest'
import { send } from './send.ts'

const chunk = Buffer.alloc(64 * 1024)

test('a refusal arrives although the server reads nothing of what is sent', async () => {
  await using server = createServer((_request, reply) => {
    reply.statusCode = 403
    reply.end('No.')
  })
  const url = await listening(server)
  for (let attempt = 0; attempt < 50; attempt++) {
    const body = Readable.from(chunks(), { objectMode: false })
    const signal = AbortSignal.timeout(20_000)
    const reply = await send(url, { method: 'POST', headers: {}, body, signal })
    expect([reply.statusCode, await text(reply)]).toEqual([403, 'No.'])
    // What is left of the body is not sent for nothing.
    await finished(body).catch(() => {})
    expect(body.destroyed).toBe(true)
  }
}, 60_000)

async function* chunks(): AsyncGenerator<Buffer> {
  for (;;) {
    yield chunk
    await new Promise(setImmediate)
  }
}

async function listening(server: Server): Promise<URL> {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return new URL(`http://127.0.0.1:${port}`)
}
