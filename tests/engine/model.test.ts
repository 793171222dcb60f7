import { assert, asyncProperty } from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { directoryOf, mailsOf } from '../support/directory.ts'
import { daysAgo, openStage, type Stage, type StagedCompany } from '../support/stage.ts'
import {
  expected,
  modelRooms,
  modelWorlds,
  type ModelOutcome,
  type ModelRow,
  type ModelWorld,
} from './support/model.ts'

let stage: Stage
beforeAll(async () => void (stage = await openStage({ chunkSize: 2 })))
afterAll(() => stage[Symbol.asyncDispose]())

test('whatever the rows and the directory, assigning and inviting do what a plain model of the rules says', async () => {
  await assert(
    asyncProperty(modelWorlds, async (world) => {
      const outcome = expected(world)
      const company = await build(world)
      const operation = world.invites ? 'invite-and-assign-users' : 'assign-users-to-rooms'
      const planned = await company.plan(operation, world.rows.map(lineOf(world)))
      expect(planned.rows.map(({ state }) => state)).toEqual(outcome.states)
      expect(planned.batch.totals.mails).toBe(Object.keys(outcome.mails).length)

      const end = await company.execute(planned.batch)
      const executed = outcome.states.map((state) => (state === 'ready' ? 'done' : state))
      expect(end.rows.map(({ state }) => state)).toEqual(executed)
      expect(end.batch.totals.mails).toBe(Object.keys(outcome.mails).length)
      expect(await found(company)).toEqual({ users: outcome.users, mails: outcome.mails })
    }),
    { numRuns: 80 },
  )
}, 60_000)

async function build({ users }: ModelWorld): Promise<StagedCompany> {
  const company = await stage.company()
  for (const name of modelRooms) await company.addRoom(name)
  for (const { email, status, rooms } of users) {
    const invitedAt = { active: undefined, invited: daysAgo(3), expired: daysAgo(30) }[status]
    const user = { firstName: 'Same', lastName: 'Name', rooms }
    await company.addUser(email, invitedAt === undefined ? user : { ...user, invitedAt })
  }
  return company
}

function lineOf({ invites }: ModelWorld): (row: ModelRow) => string {
  return ({ email, name, rooms, role }) =>
    [email, ...(invites ? [name, 'Name'] : []), `"${rooms.join(',')}"`, role].join(',')
}

async function found(company: StagedCompany): Promise<Omit<ModelOutcome, 'states'>> {
  const { users } = await directoryOf(company)
  const mails = await mailsOf(company)
  expect(new Set(mails.map(({ to }) => to)).size).toBe(mails.length)
  return {
    users: Object.fromEntries(
      users
        .filter(({ email }) => email !== company.admin.email)
        .map(({ email, status, rooms }) => [email, { status, rooms: { ...rooms } }]),
    ),
    mails: Object.fromEntries(mails.map(({ to, rooms }) => [to, rooms])),
  }
}
