import * as fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findBatch, type BatchRef } from '../../src/directory/batches.ts'
import type { RowFilter } from '../../src/domain/row-filter.ts'
import { cleanCell } from '../../src/mapping/clean-cell.ts'
import { findRows } from '../../src/verify/find-rows.ts'
import { fixRow } from '../../src/verify/fix-row.ts'
import { leaveOut } from '../../src/verify/leave-out.ts'
import { withChanges } from '../../src/verify/with-changes.ts'
import { draft, rowsOf } from '../support/batch.ts'
import { draftInOrder, openStage, stageNow, type Stage } from '../support/stage.ts'

let stage: Stage
beforeAll(async () => void (stage = await openStage({ chunkSize: 2 })))
afterAll(() => stage[Symbol.asyncDispose]())

const assign = 'assign-users-to-rooms'

async function found(ref: BatchRef, filter: RowFilter, offset = 0, limit = 100) {
  const { rows, total } = await findRows(stage.db, ref, { filter, start: { offset }, limit })
  return { rows: rows.map(({ row }) => row), total }
}

async function planned() {
  const company = await stage.company()
  for (const name of ['room 1', 'room 2']) await company.addRoom(name)
  await company.addUser('ada@example.org', { rooms: { 'room 2': 'Guest' } })
  const { batch } = await company.plan(assign, [
    'ada@example.org,room 1,Admin',
    'nobody@example.org,Room 1,Admin',
    'ada@example.org, Room 1 ,Boss',
    'ada@example.org,room 2,Guest',
    'ada@example.org,"Room 1,room 2",Admin',
    'ada@example.org,room 1,Admin',
  ])
  return { company, batch }
}

describe('a filter means rows', () => {
  test.each<[string, RowFilter, number[]]>([
    ['all, when it says nothing', {}, [1, 2, 3, 4, 5, 6]],
    ['in one of its states', { states: ['ready', 'unchanged'] }, [1, 4, 6]],
    ['with a problem', { problem: 'unknown-room' }, [2, 5]],
    ['with a problem in a field', { problem: 'unknown-room', field: 'email' }, []],
    ['with any problem in a field', { field: 'role' }, [3]],
    [
      'whose cell says something, what surrounds it aside',
      { field: 'rooms', value: ' Room 1' },
      [2, 3],
    ],
    [
      'with a problem and a cell',
      { problem: 'unknown-room', field: 'rooms', value: 'Room 1' },
      [2],
    ],
    ['that contain a text, case ignored', { search: 'ROOM 2' }, [4, 5]],
    ['that contain what means something in JSON', { search: '1,r' }, [5]],
    ['of a state that contain a text', { states: ['error'], search: 'nobody' }, [2]],
    ['that were left out', { leftOut: true }, []],
    ['that were not', { leftOut: false, states: ['unchanged'] }, [4, 6]],
  ])('%s', async (_what, filter, rows) => {
    const { batch } = await planned()
    expect(await found(batch, filter)).toEqual({ rows, total: rows.length })
  })

  test('as their state is during and after the execution', async () => {
    const { company, batch } = await planned()
    const { batch: done } = await company.execute(batch)
    expect(await found(done, { states: ['done', 'unchanged'] })).toEqual({
      rows: [1, 4, 6],
      total: 3,
    })
    expect(await found(done, { problem: 'unknown-room' })).toEqual({ rows: [2, 5], total: 2 })
    await stage.db
      .updateTable('batches')
      .set({ state: 'stopped' })
      .where('id', '=', batch.id)
      .execute()
    await sql`delete from batch_results where batch_id = ${batch.id} and position in (1, 2)`.execute(
      stage.db,
    )
    expect(await found(done, { states: ['ready'], search: 'o' })).toEqual({ rows: [1], total: 1 })
    expect(await found(done, { problem: 'unknown-room' })).toEqual({ rows: [2, 5], total: 2 })
  })

  test('of a draft, where no row has a state or a problem', async () => {
    const { batch } = await planned()
    await fixRow(stage.db, batch, { row: 2, values: { rooms: 'room 1' } })
    expect(await found(batch, { states: ['error'] })).toEqual({ rows: [], total: 0 })
    expect(await found(batch, { problem: 'unknown-room' })).toEqual({ rows: [], total: 0 })
    expect(await found(batch, { field: 'rooms', value: 'room 1' })).toMatchObject({ total: 3 })
  })
})

test('a page begins at an offset or behind a position, and says how many there are on all', async () => {
  const { batch } = await planned()
  expect(await found(batch, {}, 4, 1)).toEqual({ rows: [5], total: 6 })
  expect(await found(batch, { states: ['error'] }, 1, 1)).toEqual({ rows: [3], total: 3 })
  expect(await found(batch, { search: 'ada' }, 3, 5)).toEqual({ rows: [5, 6], total: 5 })
  for (const filter of [{}, { states: ['error'] as const }, { search: 'room' }]) {
    const query = { filter, start: { after: 4 }, limit: 1 }
    const { rows } = await findRows(stage.db, batch, query)
    expect(rows.map(({ row }) => row)).toEqual([5])
  }
  expect(await found(batch, {}, 6)).toEqual({ rows: [], total: 6 })
})

test('a header is not among the rows', async () => {
  const company = await stage.company()
  const ref = await draft(company, 'delete-users', ['email', 'a@example.org', 'b@example.org'])
  expect(await found(ref, {})).toEqual({ rows: [1, 2], total: 2 })
  expect(await found(ref, {}, 1)).toEqual({ rows: [2], total: 2 })
  expect(await found(ref, { search: 'email' })).toEqual({ rows: [], total: 0 })
})

test('a row shows what it changes beside the earlier rows of its user, wherever those stand', async () => {
  const company = await stage.company()
  for (const name of ['room 1', 'room 2', 'room 3']) await company.addRoom(name)
  const { batch } = await company.plan('invite-and-assign-users', [
    'ada@example.org,Ada,L,room 1,Guest',
    'alan@example.org,Alan,T,room 1,Guest',
    'ada@example.org,Ada,L,room 2,Guest',
    'ada@example.org,Ada,L,"room 2,room 3",Guest',
  ])
  const { rows } = await findRows(stage.db, batch, {
    filter: {},
    start: { offset: 3 },
    limit: 1,
  })
  const shown = await withChanges(stage.db, batch, { rows, actor: company.admin, now: stageNow })
  expect(shown.map(({ changes }) => changes)).toEqual([
    [{ before: null, after: { room: 'room 3', role: 'Guest' } }],
  ])
})

const texts = fc.oneof(
  fc.constantFrom('a', 'A', 'ä', 'Ä', '"', '\\', '\\n', ',', '","', '[', ']', '%', '_', 'name'),
  // What is not seen at the ends of a cell, and a letter in two pieces.
  fc.constantFrom(
    ' ',
    '\u00a0',
    '\u00ad',
    '\u2003',
    '\u200b',
    '\u2064',
    '\u3000',
    '\ufeff',
    'e\u0301',
  ),
  fc.string({ unit: 'grapheme', maxLength: 3 }),
)
const cells = fc.array(texts, { maxLength: 3 }).map((parts) =>
  parts
    .join('')
    .toWellFormed()
    .replace(/[\0\r\n\t\v\f]/g, ' '),
)

test('whatever cells, corrections and filters say, the rows are those that a plain look at each finds', async () => {
  const company = await stage.company()
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(cells, cells), { minLength: 1, maxLength: 6 }),
      fc.record({ corrected: cells, search: cells.filter((text) => text !== ''), value: cells }),
      async (names, { corrected, search, value }) => {
        const ref = await draftInOrder(
          company,
          'invite-users',
          names.map(([first, last]) => ['x@example.org', first, last].map(quoted).join(',')),
        )
        await fixRow(stage.db, ref, { row: 1, values: { lastName: corrected } })
        await leaveOut(stage.db, ref, { leftOut: true, which: { rows: [names.length] } })
        const rows = await rowsOf(stage, ref)
        const numbers = (fits: (row: (typeof rows)[number]) => boolean) => {
          const those = rows.filter(fits).map(({ row }) => row)
          return { rows: those, total: those.length }
        }

        expect(await found(ref, { search })).toEqual(
          numbers(({ cells }) => cells.some((cell) => contains(cell, search))),
        )
        expect(await found(ref, { field: 'lastName', value })).toEqual(
          numbers(({ values }) => cleanCell(values.lastName ?? '') === cleanCell(value)),
        )
        expect(await found(ref, { leftOut: true })).toEqual(numbers(({ leftOut }) => leftOut))
        expect((await findBatch(stage.db, ref)).leftOut).toBe(1)
      },
    ),
    { numRuns: 60 },
  )
}, 60_000)

function quoted(cell: string): string {
  return `"${cell.replaceAll('"', '""')}"`
}

// Where a letter has several forms in the other case (ẞ, İ), databases and JavaScript differ.
function contains(cell: string, search: string): boolean {
  return simplyLower(cell).includes(simplyLower(search))
}

function simplyLower(text: string): string {
  return Array.from(text, (letter) => {
    const lower = letter.toLowerCase()
    return lower.length === letter.length ? lower : letter
  }).join('')
}
