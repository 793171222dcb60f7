import { afterAll, beforeAll, expect, test } from 'vitest'
import { createKey } from '../../src/access/create-key.ts'
import { directoryOf, mailsOf } from '../support/directory.ts'
import { openStage, type Stage } from '../support/stage.ts'

let stage: Stage
beforeAll(async () => void (stage = await openStage({ chunkSize: 2 })))
afterAll(() => stage[Symbol.asyncDispose]())

const erase = 'delete-users'

test('the user is gone with roles, invitation, permissions and keys; nobody else loses anything', async () => {
  const company = await stage.company()
  await company.addRoom('room 1', 'Spectator')
  const ada = await company.addUser('ada@example.org', {
    permissions: ['administrate-users'],
    rooms: { 'room 1': 'Admin' },
  })
  await createKey(stage.db, { ...ada, name: 'script', now: new Date() })
  await company.run('invite-and-assign-users', [
    'alan@example.org,Alan,Turing,room 1,Participant',
    'grace@example.org,Grace,Hopper,room 1,Participant',
  ])
  const before = await directoryOf(company)
  const { said } = await company.run(erase, ['ada@example.org', 'Alan@Example.org'])
  expect(said).toEqual(['done', 'done'])
  const after = await directoryOf(company)
  expect(after).toEqual({
    ...before,
    users: before.users.filter(({ email }) => !/ada|alan/.test(email)),
  })
  const tables = ['user_permissions', 'api_keys', 'assignments', 'invitations'] as const
  const left = await Promise.all(
    tables.map((table) =>
      stage.db.selectFrom(table).select('user_id').where('user_id', '=', ada.userId).execute(),
    ),
  )
  expect(left).toEqual([[], [], [], []])
})

test('unsent mails to the deleted are withdrawn, those that left stay recorded, those to others stay queued', async () => {
  const company = await stage.company()
  await company.run('invite-users', [
    'ada@example.org,Ada,L',
    'alan@example.org,Alan,T',
    'grace@example.org,Grace,H',
  ])
  await stage.db
    .updateTable('mails')
    .set({ state: 'sent' })
    .where('company_id', '=', company.id)
    .where('recipient', '=', 'alan@example.org')
    .execute()
  await company.run(erase, ['ada@example.org', 'alan@example.org'])
  expect((await mailsOf(company)).map(({ to, state }) => [to, state])).toEqual([
    ['ada@example.org', 'withdrawn'],
    ['alan@example.org', 'sent'],
    ['grace@example.org', 'queued'],
  ])
})

test('a guest with the same address stays, with link and mail', async () => {
  const company = await stage.company()
  await company.addRoom('room 1')
  await company.addUser('ada@example.org')
  await company.run('invite-guests', ['ada@example.org,Ada,room 1,Guest,True'])
  const { guests } = await directoryOf(company)
  await company.run(erase, ['ada@example.org'])
  expect((await directoryOf(company)).guests).toEqual(guests)
  expect(await mailsOf(company)).toMatchObject([{ kind: 'guest', state: 'queued' }])
})

test('nobody can delete themselves, and an unknown address is a problem of its row only', async () => {
  const company = await stage.company()
  await company.addUser('ada@example.org')
  const { said } = await company.run(erase, [
    'ADMIN@example.org',
    'nobody@example.org',
    'ada@example.org',
    'ada@example.org',
  ])
  expect(said).toEqual([
    'error cannot-delete-yourself',
    'error unknown-user',
    'done',
    'unchanged same-as-line 3',
  ])
  expect((await directoryOf(company)).users.map(({ email }) => email)).toEqual([
    'admin@example.org',
  ])
})

test('the result records what was lost, also after the user is gone', async () => {
  const company = await stage.company()
  await company.addRoom('room 1')
  await company.addUser('ada@example.org', {
    firstName: 'Ada',
    lastName: 'L',
    rooms: { 'room 1': 'Guest' },
  })
  const { rows } = await company.run(erase, ['ada@example.org'])
  expect(rows[0]?.changes).toEqual([
    {
      before: expect.objectContaining({
        email: 'ada@example.org',
        firstName: 'Ada',
        rooms: [{ room: 'room 1', role: 'Guest' }],
      }),
      after: null,
    },
  ])
})

test('rows and reports of batches keep what they recorded of the deleted', async () => {
  const company = await stage.company()
  const invited = await company.run('invite-users', ['ada@example.org,Ada,Lovelace'])
  await company.run(erase, ['ada@example.org'])
  expect((await company.settled(invited.batch)).rows).toEqual(invited.rows)
})
