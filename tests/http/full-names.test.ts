import { afterAll, beforeAll, expect, test } from 'vitest'
import * as contract from '../../src/http/contract/batch.ts'
import { read, refused } from './support/read.ts'
import { json, startServer, type TestServer } from './support/start-server.ts'

let here: TestServer
beforeAll(async () => void (here = await startServer()))
afterAll(() => here[Symbol.asyncDispose]())

const text = 'Name;Email\nLovelace, Ada;ada@example.org\nGabriel García Márquez;gabriel@example.org'

async function drafted(mapping = {}): Promise<contract.Batch> {
  const body = json('POST', { operation: 'invite-users', text, mapping })
  return read(await here.ask('/batches', body), contract.batch)
}

async function rows(batch: string, query = ''): Promise<contract.RowPage> {
  return read(await here.ask(`/batches/${batch}/rows${query}`), contract.rowPage)
}

test('a batch says which column was split, and shows the halves as columns of their own', async () => {
  const { batch, fullName, columns, mapping, missing } = await drafted()
  expect({ fullName, mapping, missing }).toEqual({
    fullName: 'Name',
    mapping: { email: 'Email', firstName: 'First name', lastName: 'Last name' },
    missing: [],
  })
  expect(columns.map(({ column, field, reason, half }) => [column, field, reason, half])).toEqual([
    ['Name', null, null, null],
    ['Email', 'email', 'name', null],
    ['First name', 'firstName', 'split', 'firstName'],
    ['Last name', 'lastName', 'split', 'lastName'],
  ])
  const found = await rows(batch, '?search=garc')
  expect(found.rows.map(({ cells }) => cells)).toEqual([
    ['Gabriel García Márquez', 'gabriel@example.org', 'Gabriel García', 'Márquez'],
  ])
})

test('a doubtful split is said in a sentence, until somebody corrects a half', async () => {
  const { batch } = await drafted()
  const verify = async () => await here.ask(`/batches/${batch}/verification`, { method: 'POST' })
  await read(await verify(), contract.batch)
  const [, doubtful] = (await rows(batch)).rows
  expect(doubtful?.notices).toEqual([
    { code: 'name-split', message: 'The name was split before “Márquez”; check it.' },
  ])
  const values = { firstName: 'Gabriel', lastName: 'García Márquez' }
  await read(await here.ask(`/batches/${batch}/rows/2`, json('PATCH', { values })), contract.row)
  await read(await verify(), contract.batch)
  expect((await rows(batch)).rows[1]).toMatchObject({ values, state: 'ready', notices: [] })
})

test('a mapping ends the split, and begins it again', async () => {
  const { batch } = await drafted()
  const put = async (body: contract.MappingChoiceBody) =>
    await here.ask(`/batches/${batch}/mapping`, json('PUT', body))
  expect(await read(await put({ fullName: null }), contract.batch)).toMatchObject({
    fullName: null,
    missing: ['firstName', 'lastName'],
    columns: [{ column: 'Name' }, { column: 'Email' }],
  })
  expect(await read(await put({ fullName: '#1' }), contract.batch)).toMatchObject({
    fullName: 'Name',
    missing: [],
  })
  expect(await refused(await put({ fullName: 'Nickname' }))).toEqual([422, 'unknown-column'])
  expect(await drafted({ fullName: null })).toMatchObject({
    fullName: null,
    columns: { length: 2 },
  })
})
