import { expect, test } from 'vitest'
import { findBatch } from '../../src/directory/batches.ts'
import { runBatch } from '../../src/execute/run-batch.ts'
import { stopBatch } from '../../src/execute/stop-batch.ts'
import { ended, engineFor, verify } from '../support/batch.ts'
import { createCompany } from '../support/company.ts'
import { mailsOf } from '../support/directory.ts'
import { executePartly, holdRoom, resultsPerRow } from '../support/interrupt.ts'
import { waitingForLocks } from '../support/locks.ts'
import { draftInOrder, stageNow } from '../support/stage.ts'
import { expectAllDoneOnce, killInTheMiddle } from './support/kill-in-the-middle.ts'

test('after kill -9, the next process that has the database for itself goes on at once', async () => {
  await using company = await createCompany()
  const batch = await killInTheMiddle(company)
  const started = performance.now()
  await using engine = await engineFor(company, { exclusive: true, chunkSize: 50 })
  const end = await ended(company.db, batch)
  expect(performance.now() - started).toBeLessThan(8_000)
  await expectAllDoneOnce(company, end)
  expect(engine.errors).toEqual([])
})

test('two processes that execute the same batch at once do nothing twice', async () => {
  await using company = await createCompany()
  for (const name of ['room 1', 'room 2']) await company.addRoom(name)
  const lines = ['room 1', 'room 2'].flatMap((room) =>
    Array.from({ length: 60 }, (_, n) => `p${n}@example.org,P,N,${room},Guest`),
  )
  const ref = await draftInOrder(company, 'invite-and-assign-users', lines)
  const planned = await verify(company, ref, stageNow)
  await executePartly(company, planned, 3)
  expect((await findBatch(company.db, planned)).state).toBe('executing')
  const errors: unknown[] = []
  const options = {
    clock: () => stageNow,
    chunkSize: 3,
    signal: new AbortController().signal,
    onMails: () => {},
    onError: (error: unknown) => void errors.push(error),
  }
  await Promise.all([
    runBatch(company.db, planned, options),
    runBatch(company.db, planned, options),
  ])
  const end = await findBatch(company.db, planned)
  expect(errors).toEqual([])
  expect(end).toMatchObject({ state: 'done', totals: { done: 120, mails: 60 } })
  expect(await resultsPerRow(company.db, end)).toEqual(lines.map(() => 1))
  expect(await mailsOf(company)).toHaveLength(60)
})

test('two processes on one database share the work of two companies', async () => {
  await using company = await createCompany()
  await company.addRoom('room 1')
  await using one = await engineFor(company, { exclusive: false, chunkSize: 2 })
  await using two = await engineFor(company, { exclusive: false, chunkSize: 2 })
  const plans = []
  for (const prefix of ['a', 'b', 'c', 'd']) {
    const lines = Array.from({ length: 9 }, (_, n) => `${prefix}${n}@example.org,P,N`)
    const ref = await draftInOrder(company, 'invite-users', lines)
    plans.push(await verify(company, ref))
  }
  for (const [index, planned] of plans.entries()) {
    const request = { actor: company.admin, skipErrors: false, confirm: {} }
    const engine = index % 2 === 0 ? one : two
    await engine.executeBatch(planned, { ...request, digest: planned.digest ?? '' })
  }
  for (const planned of plans) {
    const end = await ended(company.db, planned)
    expect(end).toMatchObject({ state: 'done', totals: { done: 9, mails: 9 } })
    expect(await resultsPerRow(company.db, end)).toEqual(Array.from({ length: 9 }, () => 1))
  }
  expect(await mailsOf(company)).toHaveLength(36)
})

test('of two processes that execute the same batch, neither goes on when the other has stopped it', async () => {
  await using company = await createCompany()
  await company.addRoom('open')
  const heldRoom = await company.addRoom('held')
  const rooms = ['open', 'open', 'held', 'held', 'open', 'open', 'open', 'open']
  const lines = rooms.map((room, n) => `p${n}@example.org,P,N,${room},Guest`)
  const ref = await draftInOrder(company, 'invite-and-assign-users', lines)
  const planned = await verify(company, ref, stageNow)
  await executePartly(company, planned, 1)
  const room = await holdRoom(company.db, heldRoom)
  const options = {
    clock: () => stageNow,
    chunkSize: 1,
    signal: new AbortController().signal,
    onMails: () => {},
    onError: () => {},
  }
  const slow = runBatch(company.db, planned, options)
  await expect.poll(() => waitingForLocks(company)).toBe(2)
  await stopBatch(company.db, planned, stageNow)
  const tookOver = runBatch(company.db, planned, options)
  await expect.poll(() => waitingForLocks(company)).toBe(3)
  await room.release()
  await Promise.all([slow, tookOver])
  expect((await findBatch(company.db, planned)).state).toBe('stopped')
  expect(await resultsPerRow(company.db, planned)).toEqual([1, 1, 1, 1, 0, 0, 0, 0])
})
