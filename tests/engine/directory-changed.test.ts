import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { directoryOf, mailsOf, userIn } from '../support/directory.ts'
import { daysAgo, openStage, type Stage, type StagedCompany } from '../support/stage.ts'

let now = daysAgo(0)
let stage: Stage
beforeAll(async () => void (stage = await openStage({ chunkSize: 2, clock: () => now })))
afterAll(() => stage[Symbol.asyncDispose]())

const ada = 'ada@example.org'

async function company(): Promise<StagedCompany> {
  const company = await stage.company()
  for (const name of ['room 1', 'room 2', 'room 3']) await company.addRoom(name)
  await company.addUser('other@example.org', { firstName: 'Other', lastName: 'Person' })
  return company
}

/** What happens in the directory between the verification and the execution. */
const events = {
  userDeleted: ({ id }: StagedCompany) =>
    sql`delete from users where company_id = ${id} and email = ${ada}`.execute(stage.db),
  roomDeleted: ({ id }: StagedCompany) =>
    sql`delete from rooms where company_id = ${id} and name = 'room 1'`.execute(stage.db),
  roomRenamed: ({ id }: StagedCompany) =>
    sql`update rooms set name = 'hall' where company_id = ${id} and name = 'room 1'`.execute(
      stage.db,
    ),
  roleChanged: (company: StagedCompany) =>
    company.run('assign-users-to-rooms', [`${ada},room 1,Moderator`]),
  sameDone: (company: StagedCompany) =>
    company.run('assign-users-to-rooms', [`${ada},room 1,Admin`]),
  sameDoneInPart: (company: StagedCompany) =>
    company.run('assign-users-to-rooms', [`${ada},room 2,Admin`]),
  userCreated: (company: StagedCompany) =>
    company.addUser(ada, { firstName: 'Ada', lastName: 'L' }),
  userInvited: (company: StagedCompany) => company.run('invite-users', [`${ada},Ada,L`]),
  rolesRemoved: (company: StagedCompany) => company.run('remove-users-from-rooms', [ada]),
  guestRenamed: ({ id }: StagedCompany) =>
    sql`update guests set name = 'Augusta' where company_id = ${id}`.execute(stage.db),
  fifteenDaysPass: async () => void (now = daysAgo(-15)),
}

interface Case {
  readonly operation: string
  /** The row of ada, and one of somebody whom nothing happens to. */
  readonly cells: string
  readonly other: string
  readonly before?: (company: StagedCompany) => Promise<unknown>
  readonly event: keyof typeof events
  readonly said: string
}

const asGuestInRoom1 = (company: StagedCompany) =>
  company.addUser(ada, { firstName: 'Ada', lastName: 'L', rooms: { 'room 1': 'Guest' } })
const asUser = (company: StagedCompany) => company.addUser(ada, { firstName: 'Ada', lastName: 'L' })
const asInvited = (days: number) => (company: StagedCompany) =>
  company.addUser(ada, { firstName: 'Ada', lastName: 'L', invitedAt: daysAgo(days) })

const assign = {
  operation: 'assign-users-to-rooms',
  cells: 'room 1,Admin',
  other: 'room 3,Admin',
  before: asUser,
}
const both = {
  operation: 'invite-and-assign-users',
  cells: 'Ada,L,room 1,Admin',
  other: 'Other,Person,room 3,Admin',
}
const invite = { operation: 'invite-users', cells: 'Ada,L', other: 'New,Person' }
const guest = {
  operation: 'invite-guests',
  cells: 'Ada,room 1,Admin,True',
  other: 'Other,room 3,Guest,False',
}
const gone = 'failed directory-changed user-gone'
const roomGone = 'failed directory-changed room-gone'
const otherwise = 'failed directory-changed otherwise'

const cases: readonly Case[] = [
  { ...assign, event: 'userDeleted', said: gone },
  { ...assign, event: 'roomDeleted', said: roomGone },
  { ...assign, event: 'roomRenamed', said: roomGone },
  { ...assign, event: 'roleChanged', said: otherwise },
  { ...assign, before: asGuestInRoom1, event: 'roleChanged', said: otherwise },
  { ...assign, before: asGuestInRoom1, event: 'rolesRemoved', said: otherwise },
  { ...assign, event: 'sameDone', said: 'unchanged already-so' },
  { ...assign, cells: '"room 1,room 2",Admin', event: 'sameDoneInPart', said: otherwise },
  { ...both, event: 'roomDeleted', said: roomGone },
  { ...both, event: 'userCreated', said: otherwise },
  { ...both, before: asUser, event: 'userDeleted', said: otherwise },
  { ...both, before: asUser, event: 'sameDone', said: 'unchanged already-active' },
  { ...invite, event: 'userCreated', said: 'unchanged already-active' },
  { ...invite, event: 'userInvited', said: 'unchanged already-invited' },
  { ...invite, before: asInvited(20), event: 'userInvited', said: 'unchanged already-invited' },
  { ...invite, before: asInvited(1), event: 'fifteenDaysPass', said: otherwise },
  { ...invite, before: asInvited(20), event: 'userDeleted', said: otherwise },
  {
    operation: 'delete-users',
    cells: '',
    other: '',
    before: asUser,
    event: 'userDeleted',
    said: gone,
  },
  {
    operation: 'delete-users',
    cells: '',
    other: '',
    before: asUser,
    event: 'roleChanged',
    said: otherwise,
  },
  {
    operation: 'remove-users-from-rooms',
    cells: '',
    other: '',
    before: asGuestInRoom1,
    event: 'userDeleted',
    said: gone,
  },
  {
    operation: 'remove-users-from-rooms',
    cells: '',
    other: '',
    before: asGuestInRoom1,
    event: 'roleChanged',
    said: otherwise,
  },
  {
    operation: 'remove-users-from-rooms',
    cells: '',
    other: '',
    before: asGuestInRoom1,
    event: 'rolesRemoved',
    said: 'unchanged already-so',
  },
  { ...guest, event: 'roomDeleted', said: roomGone },
  {
    ...guest,
    before: (company) => company.run('invite-guests', [`${ada},Ada,room 1,Guest,False`]),
    event: 'guestRenamed',
    said: otherwise,
  },
]

describe('what changed between verification and execution is noticed and never overwritten', () => {
  test.each(
    cases.map((each) => [each.operation, each.cells, each.event, each.said, each] as const),
  )(
    '%s "%s", then %s: %s',
    async (_operation, _cells, _event, _said, { operation, cells, other, before, event, said }) => {
      now = daysAgo(0)
      const it = await company()
      if (operation === 'remove-users-from-rooms') {
        await it.run('assign-users-to-rooms', ['other@example.org,room 3,Admin'])
      }
      await before?.(it)
      const last = operation === 'invite-users' ? 'last@example.org' : 'other@example.org'
      const planned = await it.plan(operation, [
        [ada, cells].filter((part) => part !== '').join(','),
        [last, other].filter((part) => part !== '').join(','),
      ])
      await events[event](it)
      const found = await userIn(it, ada)
      const guests = (await directoryOf(it)).guests.filter(({ email }) => email === ada)
      const mails = (await mailsOf(it)).filter(({ to }) => to === ada)

      const end = await it.execute(planned.batch)
      expect(end.batch.state).toBe('done')
      expect(end.said[0]).toBe(said)
      expect(end.said[1]).toMatch(/^done/)
      expect(await userIn(it, ada)).toEqual(found)
      expect((await directoryOf(it)).guests.filter(({ email }) => email === ada)).toEqual(guests)
      expect((await mailsOf(it)).filter(({ to }) => to === ada)).toEqual(mails)
    },
  )
})

test('of several rows of one user, those that still are as they were shown are done', async () => {
  now = daysAgo(0)
  const it = await company()
  const planned = await it.plan('invite-and-assign-users', [
    `${ada},Ada,L,room 1,Admin`,
    `${ada},Ada,L,room 2,Guest`,
    `${ada},Ada,L,"room 2,room 3",Guest`,
  ])
  await events.roomDeleted(it)
  const { said } = await it.execute(planned.batch)
  expect(said).toEqual([roomGone, 'done', 'done'])
  expect(await userIn(it, ada)).toMatchObject({ rooms: { 'room 2': 'Guest', 'room 3': 'Guest' } })
  expect((await mailsOf(it)).map(({ rooms }) => rooms)).toEqual([
    ['room 2: Guest', 'room 3: Guest'],
  ])
})

test('who resumes a deletion of themselves is spared', async () => {
  now = daysAgo(0)
  const it = await company()
  const heir = await it.addUser('heir@example.org', { permissions: ['manage-company-settings'] })
  const { batch } = await it.plan('delete-users', ['heir@example.org', 'other@example.org'])
  const request = { digest: batch.digest ?? '', skipErrors: false }
  await stage.engine.executeBatch(batch, { ...request, actor: heir, confirm: { deletions: 2 } })
  const end = await it.settled(batch)
  expect(end.said).toEqual([otherwise, 'done'])
  expect(await userIn(it, 'heir@example.org')).toBeDefined()
})
