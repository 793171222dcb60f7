import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { findBatch, type BatchRef } from '../../src/directory/batches.ts'
import { settleBatch } from '../../src/execute/settle-batch.ts'
import { stopBatch } from '../../src/execute/stop-batch.ts'
import { ended, engineFor, verify } from '../support/batch.ts'
import { createCompany } from '../support/company.ts'
import { executePartly, holdRoom, resultsPerRow } from '../support/interrupt.ts'
import {
  draftInOrder,
  openStage,
  stageNow,
  type Stage,
  type StagedCompany,
} from '../support/stage.ts'

let stage: Stage
const held: { release(): Promise<void> }[] = []
beforeAll(async () => void (stage = await openStage({ chunkSize: 1 })))
afterEach(async () => {
  for (const room of held.splice(0)) await room.release()
})
afterAll(() => stage[Symbol.asyncDispose]())

const operation = 'invite-and-assign-users'

/** A company and a room of it in which nobody can be assigned until it is released. */
async function companyWithHeldRoom() {
  const company = await stage.company()
  await company.addRoom('open')
  const room = await holdRoom(stage.db, await company.addRoom('held'))
  held.push(room)
  return { company, room }
}

function lines(room: string, count = 1, prefix = room): readonly string[] {
  return Array.from({ length: count }, (_, n) => `${prefix}${n}@example.org,N,N,${room},Guest`)
}

async function begin(company: StagedCompany, source: readonly string[]): Promise<BatchRef> {
  const { batch } = await company.plan(operation, source)
  await stage.engine.executeBatch(batch, {
    actor: company.admin,
    digest: batch.digest ?? '',
    skipErrors: true,
    confirm: {},
  })
  return batch
}

async function untilState(ref: BatchRef, state: string): Promise<void> {
  await expect.poll(async () => (await findBatch(stage.db, ref)).state).toBe(state)
}

test('one batch of a company executes at a time; the others wait, and follow in their order', async () => {
  const { company, room } = await companyWithHeldRoom()
  const first = await begin(company, lines('held', 2))
  await untilState(first, 'executing')
  const second = await begin(company, lines('open', 1, 'a'))
  const third = await begin(company, lines('open', 1, 'b'))
  for (const waiting of [second, third]) await untilState(waiting, 'waiting')
  await room.release()
  const ends = [
    await ended(stage.db, first),
    await ended(stage.db, second),
    await ended(stage.db, third),
  ]
  expect(ends.map(({ state }) => state)).toEqual(['done', 'done', 'done'])
})

test('batches of other companies run side by side', async () => {
  const { company, room } = await companyWithHeldRoom()
  const first = await begin(company, lines('held'))
  await untilState(first, 'executing')
  const other = await stage.company()
  await other.addRoom('open')
  const { batch } = await other.run(operation, lines('open', 3))
  expect(batch.state).toBe('done')
  expect((await findBatch(stage.db, first)).state).toBe('executing')
  await room.release()
  expect((await ended(stage.db, first)).state).toBe('done')
})

test('a batch stops at the next chunk, and goes on where it stood', async () => {
  const { company, room } = await companyWithHeldRoom()
  const batch = await begin(company, [...lines('held', 2), ...lines('open', 10)])
  await untilState(batch, 'executing')
  await stage.engine.stopBatch(batch)
  expect(await findBatch(stage.db, batch)).toMatchObject({
    state: 'executing',
    stopRequested: true,
  })
  await room.release()
  const stopped = await ended(stage.db, batch)
  expect(stopped).toMatchObject({
    state: 'stopped',
    cause: 'stopped-by-person',
    stopRequested: false,
  })
  expect(stopped.totals.done).toBeGreaterThan(0)
  expect(stopped.totals.ready).toBeGreaterThan(0)

  await stage.engine.resumeBatch(batch, company.admin)
  const end = await ended(stage.db, batch)
  expect(end).toMatchObject({ state: 'done', cause: null, totals: { done: 12, mails: 12 } })
  expect(await resultsPerRow(stage.db, end)).toEqual(Array.from({ length: 12 }, () => 1))
})

test('who goes on before the batch has stopped is heard, whatever its execution has already seen', async () => {
  const { company, room } = await companyWithHeldRoom()
  const batch = await begin(company, lines('held', 2))
  await untilState(batch, 'executing')
  await stage.engine.stopBatch(batch)
  await stage.engine.resumeBatch(batch, company.admin)
  // As of a lane that saw the wish to stop, and waited for the other one.
  const end = { state: 'stopped', cause: 'stopped-by-person', now: stageNow } as const
  await settleBatch(stage.db, await findBatch(stage.db, batch), end)
  await room.release()
  expect(await ended(stage.db, batch)).toMatchObject({ state: 'done', totals: { done: 2 } })
})

test('a batch that waits is stopped at once, and another one takes its turn', async () => {
  const { company, room } = await companyWithHeldRoom()
  const first = await begin(company, lines('held'))
  await untilState(first, 'executing')
  const second = await begin(company, lines('open', 1, 'a'))
  const third = await begin(company, lines('open', 1, 'b'))
  await stage.engine.stopBatch(second)
  expect(await findBatch(stage.db, second)).toMatchObject({
    state: 'stopped',
    cause: 'stopped-by-person',
    totals: { ready: 1, done: 0 },
  })
  await room.release()
  expect((await ended(stage.db, third)).state).toBe('done')
  expect((await findBatch(stage.db, second)).state).toBe('stopped')
  await stage.engine.resumeBatch(second, company.admin)
  expect((await ended(stage.db, second)).state).toBe('done')
})

test('to resume a batch that executes leaves it to it, and takes back the wish to stop', async () => {
  const { company, room } = await companyWithHeldRoom()
  const batch = await begin(company, [...lines('held', 2), ...lines('open', 3)])
  await untilState(batch, 'executing')
  await stage.engine.stopBatch(batch)
  await stage.engine.resumeBatch(batch, company.admin)
  expect(await findBatch(stage.db, batch)).toMatchObject({
    state: 'executing',
    stopRequested: false,
  })
  await room.release()
  expect(await ended(stage.db, batch)).toMatchObject({ state: 'done', totals: { done: 5 } })
})

test('what has stopped can be stopped again without a change; what is done or not begun cannot', async () => {
  const company = await stage.company()
  await company.addRoom('open')
  const { batch } = await company.plan(operation, lines('open'))
  await expect(stage.engine.stopBatch(batch)).rejects.toMatchObject({ code: 'illegal-move' })
  await expect(stage.engine.resumeBatch(batch, company.admin)).rejects.toMatchObject({
    code: 'illegal-move',
  })
  const { batch: done } = await company.execute(batch)
  await expect(stage.engine.stopBatch(done)).rejects.toMatchObject({ code: 'illegal-move' })
  await expect(stage.engine.resumeBatch(done, company.admin)).rejects.toMatchObject({
    code: 'illegal-move',
  })

  const { company: other, room } = await companyWithHeldRoom()
  const stopped = await begin(other, [...lines('held', 2), ...lines('open', 4)])
  await untilState(stopped, 'executing')
  await stage.engine.stopBatch(stopped)
  await room.release()
  const before = await ended(stage.db, stopped)
  await stage.engine.stopBatch(stopped)
  expect(await findBatch(stage.db, stopped)).toEqual(before)
})

test('a stop that comes when every row has its result comes too late: the batch is done', async () => {
  await using company = await createCompany()
  await company.addRoom('open')
  const ref = await draftInOrder(company, operation, lines('open', 2))
  const planned = await verify(company, ref, stageNow)
  await executePartly(company, planned, 1)
  const between = await findBatch(company.db, planned)
  expect(between).toMatchObject({ state: 'executing', totals: { done: 2, ready: 0 } })
  await stopBatch(company.db, planned, stageNow)
  await using engine = await engineFor(company)
  expect(await ended(company.db, planned)).toMatchObject({ state: 'done', stopRequested: false })
  expect(engine.errors).toEqual([])
})

test('who watches sees the counts grow until the end', async () => {
  const { company, room } = await companyWithHeldRoom()
  const batch = await begin(company, [...lines('open', 4), ...lines('held', 2)])
  await untilState(batch, 'executing')
  const seen: string[] = []
  for await (const { state, totals } of stage.engine.watch(batch, AbortSignal.timeout(20_000))) {
    seen.push(`${state} ${totals.done}`)
    await room.release()
  }
  expect(seen[0]).toMatch(/^executing/)
  expect(seen.at(-1)).toBe('done 6')
})
