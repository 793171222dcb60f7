import { once } from 'node:events'
import { createServer, type AddressInfo } from 'node:net'
import { Client } from 'pg'
import { expect, test } from 'vitest'
import { asRequestError } from './as-request-error.ts'

test('a database whose connection breaks off, or where nobody listens, cannot be reached', async () => {
  await using nobody = createServer((socket) => void socket.destroy()).listen(0, '127.0.0.1')
  await once(nobody, 'listening')
  const { port } = nobody.address() as AddressInfo
  for (const target of [
    { host: '127.0.0.1', port },
    { host: '127.0.0.1', port: 1 },
    { host: 'nobody.invalid', port },
  ]) {
    const error: unknown = await new Client(target).connect().catch((cause: unknown) => cause)
    expect([target, asRequestError(error)?.code]).toEqual([target, 'database-unreachable'])
  }
})
