import { afterEach, expect, test, vi } from 'vitest'
import { ended, engineFor } from '../support/batch.ts'
import { createCompany } from '../support/company.ts'
import { expectAllDoneOnce, killInTheMiddle } from './support/kill-in-the-middle.ts'

afterEach(() => void vi.useRealTimers())

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

test('whoever’s clock is set back by hours looks for the dead all the same', async () => {
  await using company = await createCompany()
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 3 * hour })
  await using engine = await engineFor(company, { exclusive: false, chunkSize: 50 })
  vi.useRealTimers()
  const end = await ended(company.db, await killInTheMiddle(company))
  await expectAllDoneOnce(company, end)
  expect(engine.errors).toEqual([])
}, 90_000)

const hour = 3_600_000
