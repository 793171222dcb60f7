import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { usualSourceLimits } from '../../src/domain/source-limits.ts'
import { findBatch } from '../../src/directory/batches.ts'
import { operationNamed } from '../../src/operations/index.ts'
import { openTable } from '../../src/ingest/open-table.ts'
import { draftBatch } from '../../src/verify/draft-batch.ts'
import { fixCells } from '../../src/verify/fix-cells.ts'
import { fixRow } from '../../src/verify/fix-row.ts'
import { leaveOut } from '../../src/verify/leave-out.ts'
import { mapBatch } from '../../src/verify/map-batch.ts'
import { rowsOf } from '../support/batch.ts'
import { directoryOf } from '../support/directory.ts'
import { inShort, openStage, stageNow, type Stage } from '../support/stage.ts'

let stage: Stage
beforeAll(async () => void (stage = await openStage({ chunkSize: 2 })))
afterAll(() => stage[Symbol.asyncDispose]())

const assign = 'assign-users-to-rooms'

async function planned(
  lines = [
    'ada@example.org,room 1,Admin',
    'ada@example.org,room 1,Guest',
    'ada@example.org,Atlantis,Guest',
    'ada@example.org,room 1,Guest',
  ],
) {
  const company = await stage.company()
  await company.addRoom('room 1')
  await company.addUser('ada@example.org')
  const outcome = await company.plan(assign, lines)
  const verify = async () => {
    await stage.engine.verifyBatch(outcome.batch, { actor: company.admin })
    return (await rowsOf(stage, outcome.batch)).map(inShort)
  }
  const leave = (leftOut: boolean, ...rows: number[]) =>
    leaveOut(stage.db, outcome.batch, { leftOut, which: { rows } })
  const batch = () => findBatch(stage.db, outcome.batch)
  return { ...outcome, company, verify, leave, find: batch }
}

test('a row that is left out is unchanged, says nothing to others, and has no problem', async () => {
  const { said, leave, verify, find } = await planned()
  expect(said).toEqual([
    'ready',
    'error contradicts-line 1',
    'error unknown-room',
    'error contradicts-line 1',
  ])
  expect(await leave(true, 1, 3)).toBe(2)
  expect(await find()).toMatchObject({ state: 'draft', digest: null, leftOut: 2 })
  expect(await verify()).toEqual([
    'unchanged left-out',
    'ready',
    'unchanged left-out',
    'unchanged same-as-line 2',
  ])
  expect(await find()).toMatchObject({ totals: { rows: 4, ready: 1, unchanged: 3, error: 0 } })
})

test('an execution does nothing with rows that are left out, and says so of each', async () => {
  const { company, leave, verify, find } = await planned()
  await leave(true, 1, 3)
  await verify()
  // Not even now that the directory is as the row could be applied.
  await company.addRoom('Atlantis')
  const { batch, said } = await company.execute(await find())
  expect(batch).toMatchObject({ state: 'done', totals: { done: 1, unchanged: 3, failed: 0 } })
  expect(said).toEqual([
    'unchanged left-out',
    'done',
    'unchanged left-out',
    'unchanged same-as-line 2',
  ])
  const { users } = await directoryOf(company)
  expect(users.find(({ email }) => email === 'ada@example.org')?.rooms).toEqual({
    'room 1': 'Guest',
  })
})

test('a row that is taken back is as it was, its corrections included', async () => {
  const { batch, said, leave, verify, find } = await planned()
  const { digest } = await find()
  await leave(true, 1, 2, 3, 4)
  expect(new Set(await verify())).toEqual(new Set(['unchanged left-out']))
  expect((await find()).digest).not.toBe(digest)
  expect(await leave(false, 1, 2, 3, 4)).toBe(4)
  expect(await verify()).toEqual(said)
  expect(await find()).toMatchObject({ digest, leftOut: 0 })

  await fixRow(stage.db, batch, { row: 3, values: { rooms: 'room 1', role: 'Admin' } })
  await leave(true, 3)
  await leave(false, 3)
  expect((await verify())[2]).toBe('unchanged same-as-line 1')
})

test('what is so already changes nothing, and the plan stays', async () => {
  const { batch, leave, find } = await planned()
  expect(await leave(false, 1)).toBe(0)
  const nowhere = { field: 'role', value: 'Boss', replacement: 'Guest' } as const
  expect(await fixCells(stage.db, batch, nowhere)).toBe(0)
  expect((await find()).state).toBe('verified')
})

test('all rows that a filter means are left out at once', async () => {
  const { batch, verify, find } = await planned()
  const leave = (leftOut: boolean, filter: object) =>
    leaveOut(stage.db, batch, { leftOut, which: { filter } })
  expect(await leave(true, { states: ['error'] })).toBe(3)
  expect(await verify()).toEqual(['ready', ...Array(3).fill('unchanged left-out')])
  expect(await leave(false, { leftOut: true, search: 'atlantis' })).toBe(1)
  expect((await find()).leftOut).toBe(2)
})

test('rows that there are not cannot be left out', async () => {
  const { leave, find } = await planned()
  await expect(leave(true, 1, 5)).rejects.toMatchObject({
    code: 'row-not-found',
    particulars: { row: 5 },
  })
  expect((await find()).state).toBe('verified')
})

test('what was executed can no longer be left out or corrected', async () => {
  const { company, batch, leave } = await planned()
  await company.execute(batch)
  const fix = { field: 'role', value: 'Guest', replacement: 'Admin' } as const
  for (const act of [() => leave(true, 1), () => fixCells(stage.db, batch, fix)]) {
    await expect(act()).rejects.toMatchObject({ code: 'illegal-move' })
  }
})

test('a record stays left out when another one becomes the header, and counts while it is a row', async () => {
  const { batch, leave, find } = await planned()
  await leave(true, 1, 2)
  const fields = { email: '#1', rooms: '#2', role: '#3' }
  await mapBatch(stage.db, batch, { header: true, fields })
  expect((await find()).leftOut).toBe(1)
  const leftOut = async () => (await rowsOf(stage, batch)).map((row) => row.leftOut)
  expect(await leftOut()).toEqual([true, false, false])
  await mapBatch(stage.db, batch, { header: false, fields })
  expect((await find()).leftOut).toBe(2)
  expect(await leftOut()).toEqual([true, true, false, false])
})

test('another source has no row that is left out or corrected', async () => {
  const { company, batch, leave } = await planned()
  await leave(true, 1)
  await fixRow(stage.db, batch, { row: 1, values: { role: 'Guest' } })
  const bytes = (async function* () {
    yield Buffer.from('ada@example.org,room 1,Admin')
  })()
  await draftBatch(stage.db, {
    id: batch.id,
    actor: company.admin,
    operation: operationNamed(assign),
    language: null,
    table: await openTable(
      { name: null, kind: 'text', bytes },
      { limits: { ...usualSourceLimits, bytes: 1_000, rows: 10 } },
    ),
    choice: {},
    now: stageNow,
  })
  expect((await findBatch(stage.db, batch)).leftOut).toBe(0)
  expect(await rowsOf(stage, batch)).toMatchObject([{ leftOut: false, fixed: [] }])
  const { rows } = await sql<{ kept: number }>`
    select (select count(*) from batch_left_out where batch_id = ${batch.id})
      + (select count(*) from batch_fixes where batch_id = ${batch.id}) as kept`.execute(stage.db)
  expect(Number(rows[0]?.kept)).toBe(0)
})

test('one correction mends every cell that says the same, what surrounds it aside', async () => {
  const { batch, verify } = await planned([
    'ada@example.org,Atlantis,Admin',
    'ada@example.org," Atlantis\u00a0",Admin',
    'ada@example.org,atlantis,Admin',
    'ada@example.org,"Atlantis,room 1",Admin',
    'ada@example.org,Utopia,Admin',
  ])
  await fixRow(stage.db, batch, { row: 5, values: { rooms: 'Atlantis' } })
  const fix = (value: string) =>
    fixCells(stage.db, batch, { field: 'rooms', value, replacement: 'room 1' })
  expect(await fix('Atlantis')).toBe(3)
  expect(await verify()).toEqual([
    'ready',
    'unchanged same-as-line 1',
    'error unknown-room',
    'error unknown-room',
    'unchanged same-as-line 1',
  ])
  expect((await findBatch(stage.db, batch)).groups).toMatchObject([
    { value: 'atlantis', count: 1 },
    { value: 'Atlantis,room 1', count: 1 },
  ])
  expect(await fix('Atlantis,room 1')).toBe(1)
})

test('a field of another operation cannot be corrected', async () => {
  const { batch } = await planned()
  const fix = { field: 'name', value: 'A', replacement: 'B' } as const
  await expect(fixCells(stage.db, batch, fix)).rejects.toMatchObject({ code: 'unknown-field' })
})
