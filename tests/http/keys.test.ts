import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Permission } from '../../src/domain/permission.ts'
import { createdKey, keyList, type NewKey } from '../../src/http/contract/key.ts'
import { me } from '../../src/http/contract/me.ts'
import { sessionList } from '../../src/http/contract/session.ts'
import { openBrowser, type Browser } from './support/browser.ts'
import { read, refusal, refused } from './support/read.ts'
import { json, startServer, type TestServer } from './support/start-server.ts'

const hour = 60 * 60_000

let here: TestServer
let time: number

beforeAll(async () => {
  time = Date.now()
  here = await startServer({ now: () => new Date(time) })
})

afterAll(() => here[Symbol.asyncDispose]())

function wish(body: NewKey, key = here.company.key): Promise<Response> {
  return here.ask('/keys', { ...json('POST', body), key })
}

/** A new key of whoever holds `owner`. */
async function created(limits: Omit<NewKey, 'name'> = {}, owner?: string) {
  return await read(await wish({ name: 'limited', ...limits }, owner), createdKey)
}

async function mayOf(key: string): Promise<readonly Permission[]> {
  return (await read(await here.ask('/me', { key }), me)).may
}

async function signedIn(key: string): Promise<Browser> {
  const browser = openBrowser(here)
  expect((await browser.send('POST', '/session', { key })).status).toBe(201)
  return browser
}

function inHours(hours: number): string {
  return new Date(time + hours * hour).toISOString()
}

let people = 0

async function someone(...permissions: Permission[]): Promise<{ key: string; email: string }> {
  const email = `person${++people}@example.example`
  return { key: await here.addUser(here.company.id, email, permissions), email }
}

describe('a key with permissions of its own', () => {
  test('may only what it lists, and what that includes', async () => {
    const { key } = await created({ permissions: ['list-all-users', 'administrate-rooms'] })

    expect(await mayOf(key)).toEqual([
      'list-all-users',
      'administrate-rooms',
      'list-all-rooms',
      'create-a-room',
    ])
    expect((await here.ask('/users', { key })).status).toBe(200)
    expect(await refused(await here.ask('/mails', { key }))).toEqual([403, 'permission-required'])
  })

  test('may nothing that its user lost', async () => {
    const { key, email } = await someone('administrate-users', 'list-all-rooms')
    const limited = await created({ permissions: ['administrate-users'] }, key)
    await here.db
      .deleteFrom('user_permissions')
      .where('permission', '=', 'administrate-users')
      .where('user_id', 'in', (users) =>
        users.selectFrom('users').select('id').where('email', '=', email),
      )
      .execute()
    expect(await mayOf(limited.key)).toEqual([])
    expect(await mayOf(key)).toEqual(['list-all-rooms'])
  })

  test('cannot list what its user lacks; the refusal names it as the reader calls it', async () => {
    const { key } = await someone('administrate-users')
    const body = { name: 'more', permissions: ['list-all-users', 'create-a-room'] }
    const init = json('POST', body, { 'accept-language': 'de' })
    const problem = await refusal(await here.ask('/keys', { ...init, key }))
    expect(problem).toMatchObject({ status: 403, code: 'grant-not-yours' })
    expect(problem.title).toContain('„Raum erstellen“')
  })

  test('makes no key that may more than itself, not even one that may “all”', async () => {
    const { key } = await created({ permissions: ['list-all-users'] })
    const heir = await created({}, key)
    expect(await mayOf(heir.key)).toEqual(['list-all-users'])
    const more = await wish({ name: 'more', permissions: ['administrate-users'] }, key)
    expect(await refused(more)).toEqual([403, 'grant-not-yours'])
  })

  test('opens sessions that may as little', async () => {
    const { key } = await created({ permissions: ['list-all-rooms'] })
    const browser = await signedIn(key)
    expect((await browser.ask('/rooms')).status).toBe(200)
    expect(await refused(await browser.ask('/users'))).toEqual([403, 'permission-required'])
    const more = await browser.send('POST', '/keys', { name: 'x', permissions: ['list-all-users'] })
    expect(await refused(more)).toEqual([403, 'grant-not-yours'])
  })
})

describe('a key with an end', () => {
  test('is worth nothing from then on, and neither are the sessions that it opened', async () => {
    const { key } = await created({ expiresAt: inHours(2) })
    const browser = await signedIn(key)
    time += 1.9 * hour
    expect((await here.ask('/me', { key })).status).toBe(200)
    expect((await browser.ask('/me')).status).toBe(200)
    time += 0.1 * hour
    expect(await refused(await here.ask('/me', { key }))).toEqual([401, 'sign-in-required'])
    expect(await refused(await browser.ask('/me'))).toEqual([401, 'sign-in-required'])
    const again = await openBrowser(here).send('POST', '/session', { key })
    expect(await refused(again)).toEqual([401, 'sign-in-required'])
  })

  test('cannot have ended already', async () => {
    const answer = await wish({ name: 'late', expiresAt: inHours(0) })
    expect(await refused(answer)).toEqual([422, 'expiry-passed'])
  })

  test('cannot end at a moment that could not be shown', async () => {
    const end = { name: 'late', expiresAt: '9999-12-31T23:59:59-14:00' }
    expect(await refused(await here.ask('/keys', json('POST', end)))).toEqual([
      400,
      'invalid-request',
    ])
  })

  test('makes no key that outlives it', async () => {
    const { key } = await created({ expiresAt: inHours(2) })
    const longer = await wish({ name: 'longer', expiresAt: inHours(3) }, key)
    expect(await refused(longer)).toEqual([400, 'invalid-request'])
    const heir = await created({}, key)
    time += 2 * hour
    expect((await here.ask('/me', { key: heir.key })).status).toBe(401)
  })
})

test('the list of keys says what each may, until when, and which one asks', async () => {
  const { key } = await someone('administrate-rooms')
  const expiresAt = inHours(1)
  const limited = await created({ permissions: ['create-a-room'], expiresAt }, key)

  const { keys } = await read(await here.ask('/keys', { key: limited.key }), keyList)
  expect(keys).toMatchObject([
    { name: 'test', permissions: null, expiresAt: null, current: false },
    { id: limited.id, permissions: ['create-a-room'], expiresAt, current: true },
  ])
})

test('nobody sees or deletes the keys of others', async () => {
  const [mine, other] = [await someone(), await someone('manage-company-settings')]
  const { id } = await created({}, mine.key)
  const { keys } = await read(await here.ask('/keys', { key: other.key }), keyList)
  expect(keys.map((key) => key.id)).not.toContain(id)
  const answer = await here.ask(`/keys/${id}`, { method: 'DELETE', key: other.key })
  expect(await refused(answer)).toEqual([404, 'key-not-found'])
})

describe('one’s own sessions', () => {
  test('are listed with the last used first, and the one that asks marked', async () => {
    const { key } = await someone()
    const [, second] = [await signedIn(key), await signedIn(key)]
    time += 2 * 60_000
    const { sessions } = await read(await second.ask('/sessions'), sessionList)

    expect(sessions.map(({ current }) => current)).toEqual([true, false])
    expect(sessions[0]).toMatchObject({ openedBy: 'key', address: '127.0.0.1' })
  })

  test('are not listed once the key that opened them has expired, nor are those of others', async () => {
    const [{ key }, other] = [await someone(), await someone()]
    await signedIn((await created({ expiresAt: inHours(9) }, other.key)).key)
    const limited = await created({ expiresAt: inHours(1) }, key)
    await signedIn(limited.key)
    const count = async () =>
      (await read(await here.ask('/sessions', { key }), sessionList)).sessions.length
    expect(await count()).toBe(1)
    time += hour
    expect(await count()).toBe(0)
  })

  test('can be ended one by one; those of others are as if they did not exist', async () => {
    const { key } = await someone()
    const [one, other] = [await signedIn(key), await signedIn(key)]
    const { sessions } = await read(await one.ask('/sessions'), sessionList)
    const that = `/sessions/${sessions.find(({ current }) => !current)?.id}`

    expect(await refused(await here.ask(that, { method: 'DELETE' }))).toEqual([
      404,
      'session-not-found',
    ])
    expect((await one.send('DELETE', that)).status).toBe(204)
    expect((await other.ask('/me')).status).toBe(401)
    expect((await one.ask('/me')).status).toBe(200)
    expect(await refused(await one.send('DELETE', that))).toEqual([404, 'session-not-found'])
    expect(await refused(await one.send('DELETE', '/sessions/none'))).toEqual([
      404,
      'session-not-found',
    ])
  })

  test('that one ends oneself in this browser takes its cookie along', async () => {
    const { key } = await someone()
    const browser = await signedIn(key)
    const { sessions } = await read(await browser.ask('/sessions'), sessionList)
    await browser.send('DELETE', `/sessions/${sessions[0]?.id}`)
    expect(browser.cookie).toBeNull()
  })

  test('all end by signing out everywhere; keys and other people go on', async () => {
    const [mine, others] = [await someone(), await someone()]
    const browsers = [await signedIn(mine.key), await signedIn(mine.key)] as const
    const another = await signedIn(others.key)
    expect((await browsers[0].send('DELETE', '/sessions')).status).toBe(204)

    expect(browsers[0].cookie).toBeNull()
    expect((await browsers[1].ask('/me')).status).toBe(401)
    expect((await here.ask('/me', { key: mine.key })).status).toBe(200)
    expect((await another.ask('/me')).status).toBe(200)
  })
})

describe('one’s own names and language', () => {
  test('change, each by itself', async () => {
    const { key } = await someone()
    const change = async (body: object) =>
      await read(await here.ask('/me', { ...json('PATCH', body), key }), me)
    expect(await change({ firstName: ' Grace ' })).toMatchObject({
      firstName: 'Grace',
      lastName: 'Lovelace',
      language: 'de',
    })
    await change({ lastName: '', language: 'en' })
    expect(await read(await here.ask('/me', { key }), me)).toMatchObject({
      firstName: 'Grace',
      lastName: '',
      language: 'en',
    })
  })

  test('cannot have anything that nobody could see', async () => {
    const answer = await here.ask('/me', json('PATCH', { firstName: 'Ada\nBcc: x' }))
    expect(await refused(answer)).toEqual([400, 'invalid-request'])
  })
})
