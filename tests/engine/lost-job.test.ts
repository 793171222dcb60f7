import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { announceWork } from '../../src/execute/announce-work.ts'
import { claimBatch } from '../../src/execute/claim-batch.ts'
import { startJobs } from '../../src/execute/jobs.ts'
import { verify } from '../support/batch.ts'
import { createCompany } from '../support/company.ts'
import { waitingForLocks } from '../support/locks.ts'
import { draftInOrder, stageNow } from '../support/stage.ts'

test('a job that begins while its work is being committed waits for it, and does not end for want of any', async () => {
  await using company = await createCompany()
  const { db, pool, id: companyId } = company
  const ref = await draftInOrder(company, 'invite-users', ['p@example.org,P,N'])
  const planned = await verify(company, ref, stageNow)
  const workers = {
    executeCompany: () => Promise.resolve(),
    deliverMails: () => Promise.resolve(),
    hasManyMails: () => Promise.resolve(false),
    clearPast: () => Promise.resolve(),
    companiesWithWork: () => Promise.resolve([]),
  }
  const jobs = await startJobs({ pool, workers, exclusive: true, onError: console.error })
  const asked = Promise.withResolvers<void>()
  const committing = Promise.withResolvers<void>()
  const queueing = db.transaction().execute(async (tx) => {
    await tx
      .updateTable('batches')
      .set({ state: 'waiting', queued_at: stageNow, executed_by: company.admin.userId })
      .where('company_id', '=', companyId)
      .where('id', '=', planned.id)
      .execute()
    await jobs.executeCompany(tx, companyId)
    asked.resolve()
    await committing.promise
  })
  await asked.promise
  const claiming = claimBatch(db, { companyId, now: stageNow })
  await expect.poll(() => waitingForLocks(company)).toBe(1)
  committing.resolve()
  await queueing
  expect(await claiming).toEqual({ companyId, id: planned.id })
  await jobs.stop()
})

test('who announces work waits for nobody who looks for it, and whoever hangs in between keeps nobody for ever', async () => {
  await using company = await createCompany()
  const { db, id: companyId } = company
  const hangs = Promise.withResolvers<void>()
  const announced = Promise.withResolvers<void>()
  const hanging = db.transaction().execute(async (tx) => {
    await announceWork(tx, companyId)
    announced.resolve()
    await hangs.promise
  })
  await announced.promise
  const claiming = claimBatch(db, { companyId, now: stageNow })
  for (let others = 0; others < 3; others++) {
    await expect.poll(() => waitingForLocks(company)).toBe(1)
    await db.transaction().execute(async (tx) => {
      // As whoever starts a batch, which is locked with this patience.
      await sql`select set_config('lock_timeout', '1s', true)`.execute(tx)
      await announceWork(tx, companyId)
    })
  }
  expect(await claiming).toBeUndefined()
  hangs.resolve()
  await hanging
})
