import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { fixRow } from '../../src/verify/fix-row.ts'
import { findBatch } from '../../src/directory/batches.ts'
import { createCompany } from '../support/company.ts'
import { ended, engineFor, verify } from '../support/batch.ts'
import { executePartly } from '../support/interrupt.ts'
import { daysAgo, draftInOrder, openStage, stageNow, type Stage } from '../support/stage.ts'

let stage: Stage
beforeAll(async () => void (stage = await openStage({ chunkSize: 2 })))
afterAll(() => stage[Symbol.asyncDispose]())

/** A company with two rooms, and a user for each thing that can become of one. */
async function furnished() {
  const company = await stage.company()
  for (const room of ['room 1', 'room 2']) await company.addRoom(room)
  await company.addUser('active@example.org', { rooms: { 'room 1': 'Guest' } })
  await company.addUser('invited@example.org', { invitedAt: daysAgo(1) })
  await company.addUser('expired@example.org', { invitedAt: daysAgo(20) })
  return company
}

describe('what a plan would do is what its execution does, counted', () => {
  test.each([
    [
      'invite-users',
      ['new@example.org,N,N', 'new@example.org,N,N', 'active@example.org,A,A', 'nonsense,N,N'],
      { invited: 1 },
    ],
    [
      'invite-users',
      ['expired@example.org,E,E', 'invited@example.org,I,I'],
      { 'invited-again': 1 },
    ],
    [
      'assign-users-to-rooms',
      [
        'active@example.org,"room 1,room 2",Admin',
        'active@example.org,room 1,Admin',
        'invited@example.org,"room 1,room 2",Guest',
        'invited@example.org,nowhere,Guest',
      ],
      { assigned: 3, 'role-changed': 1 },
    ],
    [
      'invite-and-assign-users',
      [
        'new@example.org,N,N,room 1,Guest',
        'active@example.org,A,A,room 1,Guest',
        'new@example.org,N,N,"room 1,room 2",Guest',
        'new@example.org,N,N,room 2,Admin',
      ],
      { invited: 1, assigned: 2 },
    ],
    [
      'remove-users-from-rooms',
      ['active@example.org', 'invited@example.org', 'ACTIVE@example.org'],
      { 'removed-from-rooms': 1 },
    ],
    [
      'delete-users',
      ['active@example.org', 'expired@example.org', 'x@example.org'],
      { deleted: 2 },
    ],
    ['invite-guests', ['g@example.net,G,"room 1,room 2",Guest,False'], { 'guest-invited': 2 }],
  ])('%s: %j', async (operation, lines, effects) => {
    const company = await furnished()
    const planned = await company.plan(operation, lines)
    expect(planned.batch.effects).toEqual(effects)
    const { batch } = await company.execute(planned.batch)
    expect(batch.effects).toEqual(effects)
  })
})

test('a guest whose link is only mailed once more is no effect beside the mail', async () => {
  const company = await furnished()
  await company.run('invite-guests', ['g@example.net,G,"room 1,room 2",Guest,False'])
  const { batch } = await company.plan('invite-guests', [
    'g@example.net,G,room 1,Guest,True',
    'g@example.net,G,room 2,Admin,False',
  ])
  expect(batch.effects).toEqual({ 'guest-changed': 1 })
  expect(batch.totals).toMatchObject({ ready: 2, mails: 1 })
})

test('a draft has no effects, nor has one that was corrected since its verification', async () => {
  const company = await furnished()
  const { batch } = await company.plan('invite-users', ['new@example.org,N,N'])
  await fixRow(stage.db, batch, { row: 1, values: { firstName: 'Ada' } })
  expect((await findBatch(stage.db, batch)).effects).toEqual({})
})

test('a row that fails does nothing', async () => {
  const company = await furnished()
  const { batch } = await company.plan('delete-users', [
    'active@example.org',
    'expired@example.org',
  ])
  await stage.db.deleteFrom('users').where('email_key', '=', 'active@example.org').execute()
  const executed = await company.execute(batch)
  expect(executed.batch.totals).toMatchObject({ done: 1, failed: 1 })
  expect(executed.batch.effects).toEqual({ deleted: 1 })
})

test('a batch that was interrupted counts what it has done so far, and in the end each effect once', async () => {
  await using company = await createCompany()
  const lines = Array.from({ length: 12 }, (_, index) => `user${index}@example.org,Ada,Lovelace`)
  const planned = await verify(
    company,
    await draftInOrder(company, 'invite-users', lines),
    stageNow,
  )
  await executePartly(company, planned, 2)
  const between = await findBatch(company.db, planned)
  expect(between.effects).toEqual({ invited: between.totals.done })
  expect(between.totals.done).toBeLessThan(12)

  await using engine = await engineFor(company, { clock: () => stageNow, chunkSize: 2 })
  expect((await ended(company.db, planned)).effects).toEqual({ invited: 12 })
  expect(engine.errors).toEqual([])
})
