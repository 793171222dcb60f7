import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findBatch } from '../../src/directory/batches.ts'
import { operations } from '../../src/operations/index.ts'
import { fixRow } from '../../src/verify/fix-row.ts'
import { mapBatch } from '../../src/verify/map-batch.ts'
import { readRows } from '../../src/verify/read-rows.ts'
import { draft, rowsOf } from '../support/batch.ts'
import { dumpDirectory } from '../support/directory.ts'
import { daysAgo, draftInOrder, inShort, openStage, type Stage } from '../support/stage.ts'

let stage: Stage
beforeAll(async () => void (stage = await openStage({ chunkSize: 2 })))
afterAll(() => stage[Symbol.asyncDispose]())

const assign = 'assign-users-to-rooms'

describe('verification writes nothing to the directory and sends nothing', () => {
  test.each(operations.map((operation) => [operation.name, operation] as const))(
    '%s, with rows that have problems and rows that have none',
    async (name, { examples }) => {
      const company = await stage.company()
      await company.addRoom('room 1')
      await company.addRoom('room 2')
      await company.addUser('ada@example.org', { rooms: { 'room 1': 'Guest' } })
      await company.addUser('alan@example.org', { invitedAt: daysAgo(20) })
      await company.addUser('donald@example.org', { invitedAt: daysAgo(1) })
      await company.run('invite-guests', ['kurt@example.net,Kurt,room 1,Guest,True'])
      const before = await dumpDirectory(stage.db)
      const lines = examples.map((cells) => cells.map((cell) => `"${cell}"`).join(','))
      const { batch } = await company.plan(name, [...lines, ...lines, 'admin@example.org', 'x,y,z'])
      expect(batch.totals.ready).toBeGreaterThan(0)
      expect(batch.totals.error).toBeGreaterThan(0)
      expect(await dumpDirectory(stage.db)).toEqual(before)
    },
  )
})

describe('the digest names the plan', () => {
  const lines = ['ada@example.org,room 1,Admin', 'nobody@example.org,room 1,Admin']

  async function planned(source = lines) {
    const company = await stage.company()
    await company.addRoom('room 1')
    await company.addRoom('room 2')
    const ada = await company.addUser('ada@example.org')
    const { batch } = await company.plan(assign, source)
    const again = async () => {
      await stage.engine.verifyBatch(batch, { actor: company.admin })
      return (await findBatch(stage.db, batch)).digest
    }
    return { company, ada, batch, again }
  }

  test('it stays the same when nothing has changed', async () => {
    const { batch, again } = await planned()
    expect(await again()).toBe(batch.digest)
  })

  test('it is another one after a correction', async () => {
    const { batch, again } = await planned()
    await fixRow(stage.db, batch, { row: 1, values: { rooms: 'room 2' } })
    expect(await again()).not.toBe(batch.digest)
  })

  test('it is another one with another mapping', async () => {
    const { batch, again } = await planned(['ada@example.org,room 1,Admin,room 2'])
    const fields = { email: '#1', role: '#3', rooms: '#4' }
    await mapBatch(stage.db, batch, { header: false, fields })
    expect(await again()).not.toBe(batch.digest)
  })

  test('it is another one when the directory makes another plan of the same source', async () => {
    const { company, batch, again } = await planned()
    await company.addUser('nobody@example.org')
    expect(await again()).not.toBe(batch.digest)
  })

  test('an execution that names another plan is refused with plan-changed', async () => {
    const { company, batch, again } = await planned()
    const execute = () =>
      stage.engine.executeBatch(batch, {
        actor: company.admin,
        digest: batch.digest ?? '',
        skipErrors: true,
        confirm: {},
      })
    await fixRow(stage.db, batch, { row: 2, values: { email: 'ada@example.org' } })
    await expect(execute()).rejects.toMatchObject({ code: 'plan-changed' })
    await again()
    await expect(execute()).rejects.toMatchObject({ code: 'plan-changed' })
    expect((await findBatch(stage.db, batch)).state).toBe('verified')
  })
})

test('rows that have the same problem are counted together, the most frequent first', async () => {
  const company = await stage.company()
  await company.addRoom('room 1')
  await company.addUser('ada@example.org')
  const { batch } = await company.plan(assign, [
    'nobody@example.org,room 1,Admin',
    'ada@example.org,Room 1,Admin',
    'ada@example.org,Atlantis,Admin',
    'ada@example.org,Room 1,Guest',
  ])
  expect(
    batch.groups.map(({ problem, value, count, firstLine }) => [
      problem.code,
      value,
      count,
      firstLine,
    ]),
  ).toEqual([
    ['unknown-room', 'Room 1', 2, 2],
    ['unknown-user', null, 1, 1],
    ['unknown-room', 'Atlantis', 1, 3],
  ])
})

test('cells beyond the columns that are not empty are a problem; empty ones are none', async () => {
  const company = await stage.company()
  const ref = await draft(company, 'invite-users', [
    'email,first name,last name',
    'ada@example.org,Ada,L, ,',
    'alan@example.org,Alan,T,surplus',
  ])
  await stage.engine.verifyBatch(ref, { actor: company.admin })
  const rows = await rowsOf(stage, ref)
  expect(rows.map(inShort)).toEqual(['ready', 'error too-many-cells'])
  expect(rows.map(({ row, line }) => [row, line])).toEqual([
    [1, 2],
    [2, 3],
  ])
})

test('an empty column at the end is none, and what a later row has in it is too much', async () => {
  const company = await stage.company()
  const many = Array.from({ length: 200 }, (_, n) => `u${n}@example.org,U,N,,,`)
  const lines = ['email,first name,last name,,,', ...many, 'ada@example.org,Ada,L,,x,']
  const ref = await draft(company, 'invite-users', lines)
  await stage.engine.verifyBatch(ref, { actor: company.admin })
  expect((await findBatch(stage.db, ref)).mapping.columns).toHaveLength(3)
  expect((await rowsOf(stage, ref)).slice(199).map(inShort)).toEqual([
    'ready',
    'error too-many-cells',
  ])
})

test('a batch whose fields have no column cannot be verified, and says which', async () => {
  const company = await stage.company()
  const ref = await draft(company, 'invite-users', ['email,first name', 'ada@example.org,Ada'])
  const verifying = stage.engine.verifyBatch(ref, { actor: company.admin })
  await expect(verifying).rejects.toMatchObject({ code: 'missing-columns' })
})

test('what is nearly the name of a field without a column is suggested, and not guessed', async () => {
  const company = await stage.company()
  const ref = await draft(company, 'invite-guests', [
    'E-Mail;Name;Raum;Rolle;Mail gesendet',
    'kurt@example.net;Kurt;room 1;Gast;Ja',
  ])
  const verifying = stage.engine.verifyBatch(ref, { actor: company.admin })
  await expect(verifying).rejects.toMatchObject({
    particulars: { fields: 'sendMail (Mail gesendet?)' },
  })
})

test('two verifications of a batch at once come to the same plan', async () => {
  const company = await stage.company()
  const lines = Array.from({ length: 20 }, (_, n) => `u${n}@example.org,U,N`)
  const ref = await draftInOrder(company, 'invite-users', lines)
  const verify = () => stage.engine.verifyBatch(ref, { actor: company.admin })
  await Promise.all([verify(), verify(), verify()])
  expect(await findBatch(stage.db, ref)).toMatchObject({
    state: 'verified',
    totals: { rows: 20, ready: 20, mails: 20 },
  })
})

test('a verification that is called off leaves the draft as it was', async () => {
  const company = await stage.company()
  const ref = await draftInOrder(company, 'invite-users', ['ada@example.org,Ada,L'])
  const verifying = stage.engine.verifyBatch(ref, {
    actor: company.admin,
    signal: AbortSignal.abort(new Error('called off')),
  })
  await expect(verifying).rejects.toThrow('called off')
  expect((await findBatch(stage.db, ref)).state).toBe('draft')
})

test("another company's batch is as if it did not exist", async () => {
  const company = await stage.company()
  const stranger = await stage.company()
  const { batch } = await company.plan('invite-users', ['ada@example.org,Ada,L'])
  const ref = { companyId: stranger.id, id: batch.id }
  const acts = [
    () => readRows(stage.db, ref, { limit: 1 }),
    () => fixRow(stage.db, ref, { row: 1, values: {} }),
    () => stage.engine.verifyBatch(ref, { actor: stranger.admin }),
    () => stage.engine.stopBatch(ref),
    () => stage.engine.resumeBatch(ref, stranger.admin),
  ]
  for (const act of acts) await expect(act()).rejects.toMatchObject({ code: 'batch-not-found' })
})

test('more verifications at once than there are connections wait for each other, and none forever', async () => {
  const company = await stage.company()
  const refs = await Promise.all(
    Array.from({ length: 24 }, (_, n) =>
      draftInOrder(company, 'invite-users', [`u${n}@example.org,U,N`, 'x,U,N', 'y,U,N']),
    ),
  )
  await Promise.all(refs.map((ref) => stage.engine.verifyBatch(ref, { actor: company.admin })))
  const states = await Promise.all(refs.map((ref) => findBatch(stage.db, ref)))
  expect(new Set(states.map(({ state }) => state))).toEqual(new Set(['verified']))
})
