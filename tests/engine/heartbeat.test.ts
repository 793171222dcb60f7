import { expect, test } from 'vitest'
import { ended, engineFor } from '../support/batch.ts'
import { createCompany } from '../support/company.ts'
import { expectAllDoneOnce, killInTheMiddle } from './support/kill-in-the-middle.ts'

// A worker is dead when its heart has not beaten for ten seconds; its like look for the dead every few.
test('after kill -9, another process on the same database takes the batch over within half a minute', async () => {
  await using company = await createCompany()
  const batch = await killInTheMiddle(company)
  await using engine = await engineFor(company, { exclusive: false, chunkSize: 50 })
  const started = performance.now()
  const end = await ended(company.db, batch)
  expect(performance.now() - started).toBeLessThan(30_000)
  await expectAllDoneOnce(company, end)
  expect(engine.errors).toEqual([])
}, 90_000)
