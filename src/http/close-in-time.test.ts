import type { AddressInfo } from 'node:net'
import fastify from 'fastify'
import { expect, test } from 'vitest'
import { closeInTime } from './close-in-time.ts'
import { answerErrors } from './errors/answer-errors.ts'
import type { Server } from './route.ts'

test('whoever asks a server that closes is told that it is ending', async () => {
  const server: Server = fastify({ return503OnClosing: false })
  answerErrors(server)
  closeInTime(server, {})
  server.get('/', async () => 'answered')
  const ask = () => fetch(`http://127.0.0.1:${(server.server.address() as AddressInfo).port}`)
  let meanwhile: unknown
  server.addHook('preClose', async () => void (meanwhile = await (await ask()).json()))
  await server.listen({ port: 0, host: '127.0.0.1' })

  expect(await (await ask()).text()).toBe('answered')
  await server.close()
  expect(meanwhile).toMatchObject({ status: 503, code: 'server-ending' })
})
