import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { findBatch, type BatchRecord } from '../../src/directory/batches.ts'
import { watchForWaits, type WaitsFor } from '../../src/execute/watch-for-waits.ts'
import { createCompany, type TestCompany } from '../support/company.ts'
import { draftInOrder, stageNow } from '../support/stage.ts'

beforeEach(() => void vi.useFakeTimers({ toFake: ['performance'] }))
afterEach(() => void vi.useRealTimers())

test('of a batch that waits, it is told whether another one comes first, or a server is missing', async () => {
  await using company = await createCompany()
  const first = await waitingBatch(company, 0)
  const second = await waitingBatch(company, 1)
  expect(await toldAfter(3, company, first)).toBe('server')
  expect(await toldAfter(3, company, second)).toBe('batch')
  await become(company, first, 'executing')
  expect(await toldAfter(3, company, second)).toBe('batch')
  await become(company, first, 'done')
  expect(await toldAfter(3, company, second)).toBe('server')
  expect(await toldAfter(1, company, second)).toBeNull()
})

test('a batch of which nothing moves for seconds waits for a server, until it moves again', async () => {
  await using company = await createCompany()
  const batch = await waitingBatch(company, 0)
  await become(company, batch, 'executing')
  const found = await findBatch(company.db, batch)
  const waitsFor = watchForWaits(company.db)
  expect(await waitsFor(found)).toBeNull()
  vi.advanceTimersByTime(5_000)
  expect(await waitsFor(found)).toBeNull()
  vi.advanceTimersByTime(5_000)
  expect(await waitsFor(found)).toBe('server')
  const { totals } = found
  expect(await waitsFor({ ...found, totals: { ...totals, ready: totals.ready + 1 } })).toBeNull()
})

async function toldAfter(
  seconds: number,
  { db }: TestCompany,
  batch: BatchRecord,
): Promise<WaitsFor | null> {
  const waitsFor = watchForWaits(db)
  await waitsFor(await findBatch(db, batch))
  vi.advanceTimersByTime(seconds * 1_000)
  return await waitsFor(await findBatch(db, batch))
}

/** A batch that was asked to be executed so many seconds after the first. */
async function waitingBatch(company: TestCompany, second: number): Promise<BatchRecord> {
  const ref = await draftInOrder(company, 'invite-users', ['ada@example.org,Ada,Lovelace'])
  await become(company, ref, 'waiting', new Date(stageNow.getTime() + second * 1_000))
  return await findBatch(company.db, ref)
}

async function become(
  { db }: TestCompany,
  { id }: Pick<BatchRecord, 'id'>,
  state: 'waiting' | 'executing' | 'done',
  queuedAt?: Date,
): Promise<void> {
  const queued = queuedAt === undefined ? {} : { queued_at: queuedAt }
  await db
    .updateTable('batches')
    .set({ state, ...queued })
    .where('id', '=', id)
    .execute()
}
