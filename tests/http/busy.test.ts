import { afterAll, beforeAll, expect, test } from 'vitest'
import { lockBatch } from '../../src/directory/batches.ts'
import * as contract from '../../src/http/contract/batch.ts'
import { read, refused } from './support/read.ts'
import { json, startServer, type TestServer } from './support/start-server.ts'

let here: TestServer
beforeAll(async () => void (here = await startServer()))
afterAll(() => here[Symbol.asyncDispose]())

test('whoever changes a batch that is being verified is told so, and keeps nobody else waiting', async () => {
  const text = 'ada@example.org,Ada,Lovelace'
  const created = await here.ask('/batches', json('POST', { operation: 'invite-users', text }))
  const { batch } = await read(created, contract.batch)
  const fix = () =>
    here.ask(`/batches/${batch}/rows/1`, json('PATCH', { values: { firstName: 'Augusta' } }))

  // As a verification does, for as long as it takes. It needs further connections meanwhile.
  await here.db.transaction().execute(async (tx) => {
    await lockBatch(tx, { companyId: here.company.id, id: batch })
    const fixes = Array.from({ length: 20 }, fix)
    expect((await here.ask('/me')).status).toBe(200)
    for (const answer of await Promise.all(fixes)) {
      expect(await refused(answer)).toEqual([409, 'batch-busy'])
    }
  })

  expect((await fix()).status).toBe(200)
})
