import { afterAll, beforeAll, expect, test } from 'vitest'
import * as contract from '../../src/http/contract/batch.ts'
import { read } from './support/read.ts'
import { json, startServer, type TestServer } from './support/start-server.ts'

let here: TestServer

beforeAll(async () => {
  here = await startServer()
  await here.ask('/rooms', json('POST', { name: 'Room 1' }))
})

afterAll(() => here[Symbol.asyncDispose]())

test('a batch says in the reader’s language what it would do, and afterwards what it has done', async () => {
  const text = ['ada', 'alan', 'ada']
    .map((name) => `${name}@example.org,${name},Last,Room 1,Guest`)
    .join('\n')
  const drafted = await here.ask(
    '/batches',
    json('POST', { operation: 'invite-and-assign-users', text }),
  )
  const draft = await read(drafted, contract.batch)
  expect(draft.effects).toEqual([])

  const path = `/batches/${draft.batch}`
  const verified = await here.ask(`${path}/verification`, { method: 'POST' })
  const { digest, effects } = await read(verified, contract.batch)
  expect(effects).toEqual([
    { effect: 'invited', count: 2, message: '2 people will be invited' },
    { effect: 'assigned', count: 2, message: '2 roles will be set in rooms' },
  ])

  await here.ask(`${path}/execution`, json('POST', { digest }))
  expect(await (await here.ask(`${path}/events`)).text()).toContain('"state":"done"')
  const done = await here.ask(path, { headers: { 'accept-language': 'de' } })
  expect((await read(done, contract.batch)).effects.map(({ message }) => message)).toEqual([
    '2 Personen wurden eingeladen',
    '2 Rollen wurden in Räumen vergeben',
  ])
})
