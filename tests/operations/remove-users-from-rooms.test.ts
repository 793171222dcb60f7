import { afterAll, beforeAll, expect, test } from 'vitest'
import { directoryOf, mailsOf, userIn } from '../support/directory.ts'
import { openStage, type Stage } from '../support/stage.ts'

let stage: Stage
beforeAll(async () => void (stage = await openStage({ chunkSize: 2 })))
afterAll(() => stage[Symbol.asyncDispose]())

const remove = 'remove-users-from-rooms'

test('the user loses all roles in all rooms, so that the default roles apply again; others keep theirs', async () => {
  const company = await stage.company()
  await company.addRoom('room 1', 'Spectator')
  await company.addRoom('room 2')
  const rooms = { 'room 1': 'Admin', 'room 2': 'No access' } as const
  await company.addUser('ada@example.org', { rooms })
  await company.addUser('alan@example.org', { rooms })
  const { said, rows } = await company.run(remove, ['Ada@example.org'])
  expect(said).toEqual(['done'])
  expect(rows[0]?.changes).toEqual([
    {
      before: [
        { room: 'room 1', role: 'Admin' },
        { room: 'room 2', role: 'No access' },
      ],
      after: [],
    },
  ])
  expect(await userIn(company, 'ada@example.org')).toMatchObject({ status: 'active', rooms: {} })
  expect(await userIn(company, 'alan@example.org')).toMatchObject({ rooms })
  expect((await directoryOf(company)).rooms).toEqual(['room 1', 'room 2'])
})

test('guest links to the rooms stay', async () => {
  const company = await stage.company()
  await company.addRoom('room 1')
  await company.addUser('ada@example.org', { rooms: { 'room 1': 'Admin' } })
  await company.run('invite-guests', ['ada@example.org,Ada,room 1,Guest,False'])
  await company.run(remove, ['ada@example.org'])
  expect((await directoryOf(company)).guests).toMatchObject([{ room: 'room 1', role: 'Guest' }])
})

test('who has no role anywhere is unchanged, who is unknown is a problem, who is named twice is removed once', async () => {
  const company = await stage.company()
  await company.addRoom('room 1')
  await company.addUser('ada@example.org')
  await company.addUser('alan@example.org', { rooms: { 'room 1': 'Admin' } })
  const { said } = await company.run(remove, [
    'ada@example.org',
    'nobody@example.org',
    'alan@example.org',
    'ALAN@example.org',
  ])
  expect(said).toEqual([
    'unchanged already-so',
    'error unknown-user',
    'done',
    'unchanged same-as-line 3',
  ])
  expect(await mailsOf(company)).toEqual([])
})
