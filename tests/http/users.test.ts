import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../../src/domain/id.ts'
import type { Permission } from '../../src/domain/permission.ts'
import { mailPage } from '../../src/http/contract/mail.ts'
import { userDetail, userPage, type UserDetail } from '../../src/http/contract/directory.ts'
import { createdKey } from '../../src/http/contract/key.ts'
import { read, refused } from './support/read.ts'
import { json, startServer, type TestCompany, type TestServer } from './support/start-server.ts'

const day = 24 * 60 * 60_000

let here: TestServer
let foreign: TestCompany
let time: number

beforeAll(async () => {
  time = Date.now()
  here = await startServer({ now: () => new Date(time) })
  foreign = await here.addCompany('Other')
})

afterAll(() => here[Symbol.asyncDispose]())

interface Someone {
  readonly id: string
  readonly key: string
}

let people = 0

async function someone(...permissions: readonly Permission[]): Promise<Someone> {
  const email = `person${++people}@example.example`
  const key = await here.addUser(here.company.id, email, permissions)
  const { users } = await read(await here.ask(`/users?search=${email}`), userPage)
  return { key, id: users[0]?.id ?? '' }
}

/** Somebody who was invited a while ago. */
async function invitee(days = 0): Promise<string> {
  const { id } = await someone()
  await here.db.updateTable('users').set({ status: 'invited' }).where('id', '=', id).execute()
  const values = { company_id: here.company.id, user_id: id, issued_by: here.company.adminId }
  const issued_at = new Date(time - days * day)
  await here.db
    .insertInto('invitations')
    .values({ ...values, issued_at })
    .execute()
  return id
}

function grant(to: string, permissions: readonly Permission[], key = here.company.key) {
  return here.ask(`/users/${to}/permissions`, { ...json('PUT', { permissions }), key })
}

async function shown(id: string, key = here.company.key): Promise<UserDetail> {
  return await read(await here.ask(`/users/${id}`, { key }), userDetail)
}

describe('a user', () => {
  test('is shown with what lets them in, and when they were last seen', async () => {
    const { id, key } = await someone('list-all-users')
    expect(await shown(id)).toMatchObject({
      firstName: 'Ada',
      status: 'active',
      permissions: ['list-all-users'],
      invitation: null,
      lastSeenAt: null,
      sessions: 0,
      keys: 1,
    })
    await here.ask('/session', { ...json('POST', { key }), key: null })
    const seen = await shown(id)
    expect(seen).toMatchObject({ sessions: 1, lastSeenAt: new Date(time).toISOString() })
  })

  test('who has not come yet is shown with the invitation that waits', async () => {
    const issuedAt = new Date(time - 3 * day)
    expect(await shown(await invitee(3))).toMatchObject({
      status: 'invited',
      invitation: {
        issuedAt: issuedAt.toISOString(),
        until: new Date(issuedAt.getTime() + 15 * day).toISOString(),
        inviter: here.company.admin,
      },
    })
  })

  test('of another company, or who does not exist, is not found, whatever is asked', async () => {
    const [{ id }, invited] = [await someone(), await invitee()]
    const asked = [
      (user: string, key: string) => here.ask(`/users/${user}`, { key }),
      (user: string, key: string) => grant(user, ['list-all-users'], key),
      (user: string, key: string) => here.ask(`/users/${user}/invitation`, { method: 'POST', key }),
    ]
    for (const ask of asked) {
      for (const user of [id, invited]) {
        expect(await refused(await ask(user, foreign.key))).toEqual([404, 'user-not-found'])
      }
      for (const user of [newId(), 'none']) {
        expect(await refused(await ask(user, here.company.key))).toEqual([404, 'user-not-found'])
      }
    }
    expect((await shown(id)).permissions).toEqual([])
  })
})

describe('permissions', () => {
  test('are granted and revoked at once', async () => {
    const { id, key } = await someone('list-all-rooms')
    const after = await read(await grant(id, ['administrate-users']), userDetail)
    expect(after.permissions).toEqual(['administrate-users'])
    expect((await here.ask('/users', { key })).status).toBe(200)
    expect((await here.ask('/rooms', { key })).status).toBe(403)
  })

  test('that the granter lacks are refused, and nothing of the wish is done', async () => {
    const granter = await someone('administrate-users')
    const { id } = await someone('list-all-rooms')
    for (const wish of [['administrate-users', 'create-a-room'], ['administrate-users']] as const) {
      expect(await refused(await grant(id, wish, granter.key))).toEqual([403, 'grant-not-yours'])
    }
    expect((await shown(id)).permissions).toEqual(['list-all-rooms'])
    const fine = await grant(id, ['administrate-users', 'list-all-rooms'], granter.key)
    expect(fine.status).toBe(200)
  })

  test('of one’s own are not revoked; what one holds anyway may be added', async () => {
    const { id, key } = await someone('administrate-users')
    expect(await refused(await grant(id, [], key))).toEqual([403, 'cannot-revoke-your-own'])
    expect((await grant(id, ['administrate-users', 'list-all-users'], key)).status).toBe(200)
    const rest = await grant(id, ['administrate-users'], key)
    expect(await refused(rest)).toEqual([403, 'cannot-revoke-your-own'])
  })

  test('are granted with a key only as far as the key goes', async () => {
    const limits = { name: 'users', permissions: ['administrate-users'] }
    const { key } = await read(await here.ask('/keys', json('POST', limits)), createdKey)
    const { id } = await someone()
    const more = await grant(id, ['create-a-room'], key)
    expect(await refused(more)).toEqual([403, 'grant-not-yours'])
    expect((await grant(id, ['list-all-users'], key)).status).toBe(200)
  })

  test('say what the reader may grant', async () => {
    const [manager, clerk, reader] = [
      await someone('manage-company-settings'),
      await someone('administrate-users'),
      await someone('list-all-users'),
    ]
    const { id } = await someone()
    expect((await shown(id, manager.key)).grantable).toHaveLength(7)
    expect((await shown(id, clerk.key)).grantable).toEqual(['administrate-users', 'list-all-users'])
    expect((await shown(id, reader.key)).grantable).toEqual([])
    expect((await shown(clerk.id, clerk.key)).grantable).toEqual([])
  })

  test('of two administrators who revoke each other’s in the same moment, one stays', async () => {
    for (let round = 0; round < 10; round++) {
      const [one, other] = [
        await someone('manage-company-settings'),
        await someone('manage-company-settings'),
      ]
      const answers = await Promise.all([
        grant(one.id, [], other.key),
        grant(other.id, [], one.key),
      ])
      const left = [(await shown(one.id)).permissions, (await shown(other.id)).permissions]
      expect(answers.map(({ status }) => String(status)).toSorted()).toEqual(['200', '403'])
      expect(left.flat()).toEqual(['manage-company-settings'])
    }
  })
})

function inviteAgain(id: string, key = here.company.key): Promise<Response> {
  return here.ask(`/users/${id}/invitation`, { method: 'POST', key })
}

async function mailsTo(email: string): Promise<readonly string[]> {
  const { mails } = await read(await here.ask(`/mails?search=${email}`), mailPage)
  return mails.map(({ state }) => state)
}

describe('inviting again', () => {
  test('issues a new invitation, whatever the age of the one before, and takes back its mail', async () => {
    const id = await invitee(1)
    const clerk = await someone('administrate-users')
    const answer = await inviteAgain(id, clerk.key)
    const { email, invitation } = await read(answer, userDetail)
    expect(answer.status).toBe(201)
    expect(invitation).toMatchObject({
      issuedAt: new Date(time).toISOString(),
      inviter: 'Ada Lovelace',
    })
    expect(await mailsTo(email)).toEqual(['queued'])

    time += 1000
    await inviteAgain(id)
    expect((await mailsTo(email)).toSorted()).toEqual(['queued', 'withdrawn'])
  })

  test('is for people who have not come yet', async () => {
    const { id } = await someone()
    expect(await refused(await inviteAgain(id))).toEqual([409, 'already-active'])
  })

  test('needs the permission to administrate users', async () => {
    const [id, reader] = [await invitee(), await someone('list-all-users')]
    const answer = await inviteAgain(id, reader.key)
    expect(await refused(answer)).toEqual([403, 'permission-required'])
  })
})
