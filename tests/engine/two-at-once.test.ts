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
  const [first, second] = [await heldRoom(company, 'first'), await heldRoom(company, 'second')]
  const batch = await claimed(company, ['free', 'first', 'second'])
  await refuseOneUser(company)
  const errors: unknown[] = []
  const slow = runBatch(db, batch, { ...alone, onError: (error) => void errors.push(error) })
  await expect.poll(() => errors).toHaveLength(1)
  await stopBatch(db, batch, stageNow)
  await settleBatch(db, await findBatch(db, batch), {
    state: 'stopped',
    cause: 'stopped-by-person',
    now: stageNow,
  })
  await using engine = await engineFor(company, { chunkSize: 1 })
  await engine.resumeBatch(batch, admin)
  // Ours at its second row; of theirs one waits for that, and one at the third.
  await expect.poll(() => waitingForLocks(company)).toBe(3)
  await first.release()
  await slow
  expect(await findBatch(db, batch)).toMatchObject({ state: 'executing', cause: null })
  await second.release()
  expect(await ended(db, batch)).toMatchObject({ state: 'done', totals: { done: 3, mails: 3 } })
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

/** The first user is refused once. */
async function refuseOneUser({ db }: TestCompany): Promise<void> {
  await sql`create sequence refusals`.execute(db)
  await sql`
    create function refuse() returns trigger language plpgsql as $$ begin
      if nextval('refusals') = 1 then raise exception 'refused'; end if;
      return new;
    end $$`.execute(db)
  await sql`
    create trigger refuse before insert on users for each row
    when (new.email = 'p0@example.org') execute function refuse()`.execute(db)
}
