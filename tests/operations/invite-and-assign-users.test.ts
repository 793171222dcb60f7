import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { mailsOf, userIn } from '../support/directory.ts'
import { daysAgo, openStage, type Stage, type StagedCompany } from '../support/stage.ts'

let stage: Stage
beforeAll(async () => void (stage = await openStage({ chunkSize: 2 })))
afterAll(() => stage[Symbol.asyncDispose]())

const inviteAndAssign = 'invite-and-assign-users'

async function company(): Promise<StagedCompany> {
  const company = await stage.company()
  for (const name of ['room 1', 'room 2', 'room 3']) await company.addRoom(name)
  return company
}

test('a new address is invited and assigned, and its one mail lists the rooms', async () => {
  const it = await company()
  const { said, rows, batch } = await it.run(inviteAndAssign, [
    'ada@example.org,Ada,Lovelace,"room 1,room 2",Moderator',
  ])
  expect(said).toEqual(['done'])
  expect(batch.totals).toMatchObject({ done: 1, mails: 1 })
  expect(await userIn(it, 'ada@example.org')).toMatchObject({
    status: 'invited',
    rooms: { 'room 1': 'Moderator', 'room 2': 'Moderator' },
  })
  expect(await mailsOf(it)).toMatchObject([
    { to: 'ada@example.org', rooms: ['room 1: Moderator', 'room 2: Moderator'] },
  ])
  expect(rows[0]?.changes.map(({ after }) => after)).toEqual([
    { status: 'invited', firstName: 'Ada', lastName: 'Lovelace' },
    { room: 'room 1', role: 'Moderator' },
    { room: 'room 2', role: 'Moderator' },
  ])
})

test.each([
  ['an active user is only assigned', undefined, 'done already-active', 0],
  [
    'who was invited less than 15 days ago is only assigned',
    daysAgo(14),
    'done already-invited',
    0,
  ],
  ['who was invited 15 days ago is invited again and assigned', daysAgo(15), 'done', 1],
])('%s', async (_rule, invitedAt, said, mails) => {
  const it = await company()
  const name = { firstName: 'Ada', lastName: 'L' }
  await it.addUser('ada@example.org', invitedAt === undefined ? name : { ...name, invitedAt })
  const outcome = await it.run(inviteAndAssign, ['ada@example.org,Ada,L,room 1,Admin'])
  expect(outcome.said).toEqual([said])
  expect(outcome.batch.totals.mails).toBe(mails)
  expect(await mailsOf(it)).toHaveLength(mails)
  expect(await userIn(it, 'ada@example.org')).toMatchObject({ rooms: { 'room 1': 'Admin' } })
})

test('who is invited already and has the role already is unchanged', async () => {
  const it = await company()
  const line = 'ada@example.org,Ada,L,room 1,Admin'
  await it.run(inviteAndAssign, [line])
  expect((await it.run(inviteAndAssign, [line])).said).toEqual(['unchanged already-invited'])
  expect(await mailsOf(it)).toHaveLength(1)
})

describe('several rows of one user', () => {
  test('make one invitation and one mail that lists all rooms, however far apart the rows are', async () => {
    const it = await company()
    const others = Array.from({ length: 9 }, (_, n) => `user${n}@example.org,U,N,room 1,Guest`)
    const { said, batch } = await it.run(inviteAndAssign, [
      'ada@example.org,Ada,L,room 1,Admin',
      ...others,
      'ada@example.org,Ada,L,room 2,Guest',
      ...others.map((line) => line.replace('room 1', 'room 3')),
      'ADA@example.org,Ada,L,"room 3,room 1",Admin',
    ])
    expect(new Set(said)).toEqual(new Set(['done']))
    expect(batch.totals).toMatchObject({ rows: 21, done: 21, mails: 10 })
    expect(await userIn(it, 'ada@example.org')).toMatchObject({
      rooms: { 'room 1': 'Admin', 'room 2': 'Guest', 'room 3': 'Admin' },
    })
    const mails = await mailsOf(it)
    expect(mails).toHaveLength(10)
    expect(mails[0]?.rooms).toEqual(['room 1: Admin', 'room 2: Guest', 'room 3: Admin'])
  })

  test('also list the rooms in which the user is already, when an old invitation is renewed', async () => {
    const it = await company()
    await it.addUser('ada@example.org', {
      firstName: 'Ada',
      lastName: 'L',
      invitedAt: daysAgo(30),
      rooms: { 'room 2': 'Guest', 'room 3': 'Guest' },
    })
    const { said } = await it.run(inviteAndAssign, [
      'ada@example.org,Ada,L,"room 1,room 3",Guest',
      'alan@example.org,Alan,T,room 1,Guest',
      'grace@example.org,Grace,H,room 1,Guest',
      'ada@example.org,Ada,L,room 2,Guest',
    ])
    expect(said).toEqual(['done', 'done', 'done', 'unchanged'])
    expect((await mailsOf(it))[0]?.rooms).toEqual([
      'room 1: Guest',
      'room 3: Guest',
      'room 2: Guest',
    ])
  })

  test.each([
    [
      'the same twice is unchanged',
      ['ada@example.org,Ada,L,room 1,Admin', 'ada@example.org,Ada,L,room 1,Admin'],
      ['done', 'unchanged same-as-line 1'],
    ],
    [
      'two roles in one room contradict each other',
      ['ada@example.org,Ada,L,room 1,Admin', 'ada@example.org,Ada,L,room 1,Guest'],
      ['done', 'error contradicts-line 1'],
    ],
    [
      'two names of one address contradict each other, also with different rooms',
      ['ada@example.org,Ada,L,room 1,Admin', 'ada@example.org,Ada,Byron,room 2,Admin'],
      ['done', 'error contradicts-line 1'],
    ],
    [
      'when the first has a problem, the next one invites',
      ['ada@example.org,Ada,L,Atlantis,Admin', 'ada@example.org,Ada,L,room 2,Admin'],
      ['error unknown-room', 'done'],
    ],
  ])('%s', async (_rule, lines, said) => {
    const it = await company()
    expect((await it.run(inviteAndAssign, lines)).said).toEqual(said)
    expect(await mailsOf(it)).toHaveLength(1)
  })
})

test('a row with an unknown room invites nobody', async () => {
  const it = await company()
  await it.run(inviteAndAssign, ['ada@example.org,Ada,L,"room 1,Atlantis",Admin'])
  expect(await userIn(it, 'ada@example.org')).toBeUndefined()
  expect(await mailsOf(it)).toEqual([])
})

test('cells beyond the columns that are not empty are a problem', async () => {
  const it = await company()
  const { said } = await it.run(inviteAndAssign, [
    'ada@example.org,Ada,L,room 1,Admin, ,',
    'alan@example.org,Alan,T,room 1,Admin',
  ])
  expect(said).toEqual(['done', 'done'])
})
