import { afterAll, beforeAll, expect, test } from 'vitest'
import { findBatch } from '../../src/directory/batches.ts'
import { acceptSuggestions } from '../../src/verify/accept-suggestions.ts'
import { fixRow } from '../../src/verify/fix-row.ts'
import { mapBatch } from '../../src/verify/map-batch.ts'
import { rowsOf } from '../support/batch.ts'
import { inShort, openStage, type Stage } from '../support/stage.ts'

let stage: Stage
beforeAll(async () => void (stage = await openStage({ chunkSize: 2 })))
afterAll(() => stage[Symbol.asyncDispose]())

const assign = 'assign-users-to-rooms'

async function planned() {
  const company = await stage.company()
  for (const name of ['room 1', 'room 2']) await company.addRoom(name)
  await company.addUser('ada@example.org')
  const outcome = await company.plan(assign, [
    'ada@example.org,Room 1,Partcipant',
    'ada@example.org,Room 2,Admin',
    'ada@example.org,Atlantis,Admin',
  ])
  const verify = async () => {
    await stage.engine.verifyBatch(outcome.batch, { actor: company.admin })
    return (await rowsOf(stage, outcome.batch)).map(inShort)
  }
  return { ...outcome, company, verify }
}

test('accepting the suggestions corrects every cell that has one; the batch is a draft again', async () => {
  const { batch, said, verify } = await planned()
  expect(said).toEqual([
    'error unknown-role "Participant"',
    'error unknown-room "room 2"',
    'error unknown-room',
  ])
  expect(await acceptSuggestions(stage.db, batch)).toBe(2)
  expect(await findBatch(stage.db, batch)).toMatchObject({ state: 'draft', digest: null })
  expect(await verify()).toEqual(['error unknown-room "room 1"', 'ready', 'error unknown-room'])
  expect(await acceptSuggestions(stage.db, batch)).toBe(1)
  expect(await verify()).toEqual(['ready', 'ready', 'error unknown-room'])
  expect(await acceptSuggestions(stage.db, batch)).toBe(0)
  expect((await findBatch(stage.db, batch)).state).toBe('verified')
})

test('suggestions of a plan that no longer holds are not accepted over what a person wrote', async () => {
  const { batch } = await planned()
  await fixRow(stage.db, batch, { row: 2, values: { rooms: 'room 1' } })
  await expect(acceptSuggestions(stage.db, batch)).rejects.toMatchObject({ code: 'plan-changed' })
  expect((await rowsOf(stage, batch))[1]?.values.rooms).toBe('room 1')
})

test('a correction takes the place of the cell, and says that it is one', async () => {
  const { batch, verify } = await planned()
  await fixRow(stage.db, batch, { row: 3, values: { rooms: 'room 1', role: 'Gast' } })
  const row = (await rowsOf(stage, batch))[2]
  expect(row).toMatchObject({
    state: null,
    cells: ['ada@example.org', 'room 1', 'Gast'],
    values: { rooms: 'room 1', role: 'Gast' },
    problems: [],
  })
  expect(row?.fixed.toSorted()).toEqual(['role', 'rooms'])
  expect((await verify())[2]).toBe('ready')
})

test('a correction can be corrected', async () => {
  const { batch, verify } = await planned()
  await fixRow(stage.db, batch, { row: 3, values: { rooms: 'Nowhere' } })
  expect((await verify())[2]).toBe('error unknown-room')
  await fixRow(stage.db, batch, { row: 3, values: { rooms: 'room 2' } })
  expect((await verify())[2]).toBe('ready')
})

test.each([
  ['row 0', { row: 0, values: { role: 'Guest' } }, 'row-not-found'],
  ['a row behind the last', { row: 4, values: { role: 'Guest' } }, 'row-not-found'],
  ['a field of another operation', { row: 1, values: { name: 'A' } }, 'unknown-field'],
])('%s cannot be corrected', async (_what, fix, code) => {
  const { batch } = await planned()
  await expect(fixRow(stage.db, batch, fix)).rejects.toMatchObject({ code })
  expect((await findBatch(stage.db, batch)).state).toBe('verified')
})

test('what was executed can no longer be corrected, mapped or verified', async () => {
  const { batch, company } = await planned()
  await company.execute(batch)
  const acts = [
    () => fixRow(stage.db, batch, { row: 1, values: { role: 'Guest' } }),
    () => acceptSuggestions(stage.db, batch),
    () => mapBatch(stage.db, batch, {}),
    () => stage.engine.verifyBatch(batch, { actor: company.admin }),
  ]
  for (const act of acts) await expect(act()).rejects.toMatchObject({ code: 'illegal-move' })
})
