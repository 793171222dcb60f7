import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { findBatch, type BatchRecord } from '../../src/directory/batches.ts'
import { claimBatch } from '../../src/execute/claim-batch.ts'
import { executeChunk } from '../../src/execute/execute-chunk.ts'
import { runBatch, type RunOptions } from '../../src/execute/run-batch.ts'
import { settleBatch } from '../../src/execute/settle-batch.ts'
import { stopBatch } from '../../src/execute/stop-batch.ts'
import { operationNamed } from '../../src/operations/index.ts'
import { ended, engineFor, verify } from '../support/batch.ts'
import { createCompany, type TestCompany } from '../support/company.ts'
import { holdRoom, resultsPerRow } from '../support/interrupt.ts'
import { waitingForLocks } from '../support/locks.ts'
import { draftInOrder, stageNow } from '../support/stage.ts'

// A process whose heart was not heard goes on for a while beside the one that took its batch over.

test('who lost a batch does not end it for those who go on with it', async () => {
  await using company = await createCompany()
  const { db, admin } = company
  const room = await heldRoom(company, 'held')
  const batch = await claimed(company, ['held', 'free'])
  await stopBatch(db, batch, stageNow)
  await settleBatch(db, batch, { state: 'stopped', cause: 'stopped-by-person', now: stageNow })
  await using engine = await engineFor(company, { chunkSize: 1 })
  await engine.resumeBatch(batch, admin)
  await expect.poll(() => waitingForLocks(company)).toBe(1)
  await settleBatch(db, batch, { state: 'failed', cause: 'unexpected', now: stageNow })
  expect(await findBatch(db, batch)).toMatchObject({ state: 'executing', cause: null })
  await room.release()
  expect(await ended(db, batch)).toMatchObject({ state: 'done', totals: { done: 2, mails: 2 } })
})

test('what another process began otherwise and put down is not taken for done', async () => {
  await using company = await createCompany()
  const { db } = company
  const room = await heldRoom(company, 'held')
  const batch = await claimed(company, ['held', 'held', 'held', 'held'])
  const ending = new AbortController()
  const ends = runBatch(db, batch, { ...alone, signal: ending.signal })
  await expect.poll(() => waitingForLocks(company)).toBe(2)
  const goesOn = runBatch(db, batch, { ...alone, chunkSize: 3 })
  await expect.poll(() => waitingForLocks(company)).toBe(4)
  ending.abort()
  await room.release()
  await Promise.all([ends, goesOn])
  const end = await findBatch(db, batch)
  expect(end).toMatchObject({ state: 'done', cause: null, totals: { done: 4, mails: 4 } })
  expect(await resultsPerRow(db, end)).toEqual([1, 1, 1, 1])
})

test('a batch is stopped when what is underway has ended, so that the account of it is right', async () => {
  await using company = await createCompany()
  const { db } = company
  const room = await heldRoom(company, 'held')
  const batch = await claimed(company, ['held', 'held', 'free'])
  const slow = runBatch(db, batch, alone)
  await expect.poll(() => waitingForLocks(company)).toBe(2)
  await stopBatch(db, batch, stageNow)
  const tookOver = runBatch(db, batch, alone)
  await expect.poll(() => waitingForLocks(company)).toBe(3)
  expect(await findBatch(db, batch)).toMatchObject({ state: 'executing', stopRequested: true })
  await room.release()
  await Promise.all([slow, tookOver])
  const { state, totals } = await findBatch(db, batch)
  expect({ state, totals }).toMatchObject({ state: 'stopped', totals: { done: 2, ready: 1 } })
  expect(await toldAtItsEnd(company, batch)).toEqual([{ totals }])
})

test('who hung since before a batch was stopped executes nothing of it afterwards', async () => {
  await using company = await createCompany()
  const { db, admin } = company
  const batch = await claimed(company, ['free'])
  await stopBatch(db, batch, stageNow)
  await settleBatch(db, batch, { state: 'stopped', cause: 'stopped-by-person', now: stageNow })
  const operation = operationNamed(batch.operation)
  const run = { batch, operation, actor: admin, language: 'en' } as const
  const chunk = { range: { first: 1, end: 2 }, now: stageNow }
  expect(await executeChunk(db, run, chunk)).toBeNull()
  expect((await findBatch(db, batch)).totals).toMatchObject({ ready: 1, done: 0 })
})

/** What the audit log says that came of a batch, each time it ended. */
async function toldAtItsEnd({ db }: TestCompany, { id }: BatchRecord): Promise<readonly unknown[]> {
  const { rows } = await sql`
    select details->'totals' as totals from audit_log
    where act = 'batch-ended' and subject_id = ${id}`.execute(db)
  return rows
}

const alone: RunOptions = {
  clock: () => stageNow,
  chunkSize: 1,
  signal: new AbortController().signal,
  onMails: () => {},
  onError: () => {},
}

async function heldRoom(company: TestCompany, name: string) {
  return await holdRoom(company.db, await company.addRoom(name))
}

/** A batch that executes, without a job: a row for each of the rooms. */
async function claimed(company: TestCompany, rooms: readonly string[]): Promise<BatchRecord> {
  if (rooms.includes('free')) await company.addRoom('free')
  const lines = rooms.map((room, n) => `p${n}@example.org,P,N,${room},Guest`)
  const ref = await draftInOrder(company, 'invite-and-assign-users', lines)
  const { companyId } = await verify(company, ref, stageNow)
  await company.db
    .updateTable('batches')
    .set({ state: 'waiting', queued_at: stageNow, executed_by: company.admin.userId })
    .where('company_id', '=', companyId)
    .where('id', '=', ref.id)
    .execute()
  await claimBatch(company.db, { companyId, now: stageNow })
  return await findBatch(company.db, ref)
}
