import { afterAll, beforeAll, expect, test } from 'vitest'
import * as contract from '../../src/http/contract/batch.ts'
import { read, refusal } from './support/read.ts'
import { json, startServer, type TestServer } from './support/start-server.ts'

let here: TestServer
beforeAll(async () => void (here = await startServer()))
afterAll(() => here[Symbol.asyncDispose]())

const text = 'Leavers of 2026\n\nEmail;Password\nada@example.org;s3cret\nlise@example.org;s3cret'

async function drafted(options: object = {}): Promise<contract.Batch> {
  const body = json('POST', { operation: 'delete-users', text, ...options })
  return read(await here.ask('/batches', body), contract.batch)
}

test('what stands above the table is said, with the line in which the table begins', async () => {
  const { source } = await drafted()
  expect(source).toMatchObject({ header: true, rows: 2, firstLine: 3 })
  expect(source.notices).toEqual([
    {
      code: 'lines-above',
      particulars: { count: 1, first: 'Leavers of 2026' },
      message:
        'Lines above the table that are no rows and were not taken: 1, beginning with “Leavers of 2026”.',
    },
  ])
})

test('a table begins where a person says, and what is left out of it is not shown', async () => {
  const { source, batch } = await drafted({ firstLine: 5 })
  expect(source).toMatchObject({ header: false, rows: 1, firstLine: 5 })
  expect(source.notices.map(({ message }) => message).join()).not.toContain('s3cret')
  const again = await here.ask(`/batches/${batch}/source`, json('PUT', { text, firstLine: 1 }))
  expect((await read(again, contract.batch)).source).toMatchObject({ rows: 4, firstLine: 1 })
})

test('a line that there is not is refused, and nothing is stored', async () => {
  const body = json('POST', { operation: 'delete-users', text, firstLine: 6 })
  const problem = await refusal(await here.ask('/batches', body))
  expect(problem).toMatchObject({
    status: 422,
    code: 'no-such-line',
    title: 'The source cannot begin in line 6: its last row stands in line 5.',
  })
})
