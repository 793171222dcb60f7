import { afterAll, beforeAll, expect, test } from 'vitest'
import { findBatch } from '../../src/directory/batches.ts'
import { connect } from '../../src/directory/connect.ts'
import { openPool } from '../../src/directory/open-pool.ts'
import { verifyBatch } from '../../src/verify/verify-batch.ts'
import { draftInOrder, openStage, stageNow, type Stage } from '../support/stage.ts'

let stage: Stage
beforeAll(async () => void (stage = await openStage()))
afterAll(() => stage[Symbol.asyncDispose]())

// In milliseconds: all chunks together take longer than the database waits, a single one much less.
const [mostIdle, ofChunk, chunks] = [1_000, 150, 12]

test('a long verification of ordinary rows keeps its batch, although the database ends transactions that say nothing', async () => {
  const company = await stage.company()
  const lines = Array.from({ length: chunks }, (_, at) => `person${at}@example.org,Ada,Example`)
  const ref = await draftInOrder(company, 'invite-users', lines)
  const patience = { idle_in_transaction_session_timeout: mostIdle }
  const broken: Error[] = []
  const pool = openPool({ connectionString: stage.url, ...patience }, (error) => broken.push(error))
  const db = connect(pool)
  try {
    await verifyBatch(db, ref, {
      actor: company.admin,
      now: stageNow,
      chunkSize: 1,
      onProgress: () => work(ofChunk),
    })
  } finally {
    await db.destroy()
  }
  expect(broken).toEqual([])
  expect(await findBatch(stage.db, ref)).toMatchObject({ state: 'verified' })
})

/** Keeps this process busy, as the judging of many rows does. */
function work(milliseconds: number): void {
  const end = performance.now() + milliseconds
  while (performance.now() < end);
}
