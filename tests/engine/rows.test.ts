import { afterAll, beforeAll, expect, test } from 'vitest'
import { findBatch } from '../../src/directory/batches.ts'
import type { RowState } from '../../src/domain/batch.ts'
import { reportRows } from '../../src/execute/report.ts'
import { readRows } from '../../src/verify/read-rows.ts'
import { withChanges } from '../../src/verify/with-changes.ts'
import { draftInOrder, inShort, openStage, stageNow, type Stage } from '../support/stage.ts'

let stage: Stage
beforeAll(async () => void (stage = await openStage({ chunkSize: 2 })))
afterAll(() => stage[Symbol.asyncDispose]())

const assign = 'assign-users-to-rooms'

test('rows are read by state and page, in their order, before and after the execution', async () => {
  const company = await stage.company()
  const lines = Array.from({ length: 7 }, (_, n) =>
    n % 2 === 0 ? `u${n}@example.org,U,N` : 'x,U,N',
  )
  const ref = await draftInOrder(company, 'invite-users', lines)
  const read = async (query: Parameters<typeof readRows>[2]) =>
    (await readRows(stage.db, ref, query)).map(({ row, state }) => [row, state])
  expect(await read({ limit: 2 })).toEqual([
    [1, null],
    [2, null],
  ])
  await stage.engine.verifyBatch(ref, { actor: company.admin })
  expect(await read({ states: ['error'], limit: 2 })).toEqual([
    [2, 'error'],
    [4, 'error'],
  ])
  expect(await read({ states: ['error'], limit: 2, after: 4 })).toEqual([[6, 'error']])
  expect(await read({ states: ['ready', 'error'], limit: 3, after: 2 })).toEqual([
    [3, 'ready'],
    [4, 'error'],
    [5, 'ready'],
  ])
  await company.execute(await findBatch(stage.db, ref))
  expect(await read({ states: ['done'], limit: 10 })).toEqual([
    [1, 'done'],
    [3, 'done'],
    [5, 'done'],
    [7, 'done'],
  ])
  expect(await read({ states: ['ready'], limit: 10 })).toEqual([])
})

test('rows that are ready show what they would change', async () => {
  const company = await stage.company()
  await company.addRoom('room 1')
  await company.addUser('ada@example.org', { rooms: { 'room 1': 'Guest' } })
  const { batch, rows } = await company.plan(assign, ['ada@example.org,room 1,Admin'])
  expect(rows[0]?.changes).toEqual([])
  const shown = await withChanges(stage.db, batch, { rows, actor: company.admin, now: stageNow })
  expect(shown[0]?.changes).toEqual([
    { before: { room: 'room 1', role: 'Guest' }, after: { room: 'room 1', role: 'Admin' } },
  ])
})

test('the report brings every row with its result, or only those with problems', async () => {
  const company = await stage.company()
  await company.addRoom('room 1')
  await company.addUser('ada@example.org')
  const { batch } = await company.run(assign, [
    'ada@example.org,room 1,Admin',
    'ada@example.org,Room 1,Admin',
    'ada@example.org,room 1,Admin',
    'nobody@example.org,room 1,Admin',
  ])
  const report = async (states?: readonly RowState[]) => {
    const pages = await Array.fromAsync(reportRows(stage.db, batch, states))
    return pages.flat().map((row) => [row.line, row.cells[0], inShort(row)])
  }
  const problems = [
    [2, 'ada@example.org', 'error unknown-room "room 1"'],
    [4, 'nobody@example.org', 'error unknown-user'],
  ]
  expect(await report(['error', 'failed'])).toEqual(problems)
  expect(await report()).toEqual([
    [1, 'ada@example.org', 'done'],
    problems[0],
    [3, 'ada@example.org', 'unchanged same-as-line 1'],
    problems[1],
  ])
})
