import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { me } from '../../src/http/contract/me.ts'
import { openBrowser, type Browser } from './support/browser.ts'
import { read, refused } from './support/read.ts'
import { json, startServer, type TestServer } from './support/start-server.ts'

const minute = 60_000
const hour = 60 * minute

let here: TestServer
let time: number
let browser: Browser

beforeAll(async () => {
  time = Date.now()
  here = await startServer({ now: () => new Date(time) })
})

beforeEach(() => {
  browser = openBrowser(here)
})

afterAll(() => here[Symbol.asyncDispose]())

/** A browser that is signed in with a key of a user's own. */
async function signedIn(key = here.company.key): Promise<Browser> {
  const browser = openBrowser(here)
  expect((await browser.send('POST', '/session', { key })).status).toBe(201)
  return browser
}

async function isIn(browser: Browser): Promise<boolean> {
  return (await browser.ask('/me')).status === 200
}

describe('signing in', () => {
  test('with a key answers who one is, and sets a cookie that no script and no other site gets', async () => {
    const answer = await browser.send('POST', '/session', { key: ` ${here.company.key} ` })

    expect(answer.status).toBe(201)
    expect(await read(answer, me)).toMatchObject({ email: here.company.admin })
    const [cookie, ...others] = answer.headers.getSetCookie()
    expect(others).toEqual([])
    expect(cookie).toMatch(/^roster_session=roster_session_[\w-]{64}; /)
    expect(cookie?.split('; ').slice(1).toSorted()).toEqual([
      'HttpOnly',
      'Max-Age=2592000',
      'Path=/',
      'SameSite=Strict',
    ])
    expect(await read(await browser.ask('/me'), me)).toMatchObject({ email: here.company.admin })
  })

  test('behind https, sets a cookie that never travels without', async () => {
    await using own = await startServer({ publicUrl: 'https://roster.example.org' })
    const answer = await openBrowser(own).send('POST', '/session', { key: own.company.key })
    expect(answer.headers.getSetCookie()[0]).toContain('; Secure')
  })

  test('waits for nobody whose session has expired as well, and who is just signing in', async () => {
    await signedIn()
    time += 13 * hour
    await here.db.transaction().execute(async (tx) => {
      await tx.selectFrom('sessions').select('id').forUpdate().execute()
      await signedIn()
    })
    await signedIn()
    expect(await here.db.selectFrom('sessions').select('id').execute()).toHaveLength(2)
  })

  test('with a wrong key, with the token of a session, or with nothing is refused', async () => {
    const { cookie } = await signedIn()
    const token = cookie?.replace('roster_session=', '')
    const wrong = here.company.key.slice(0, -3) + 'AAA'
    for (const key of [wrong, 'a guess', here.folderKey, token]) {
      const answer = await browser.send('POST', '/session', { key })
      expect([key, ...(await refused(answer))]).toEqual([key, 401, 'sign-in-required'])
      expect(answer.headers.getSetCookie()).toEqual([])
    }
    const nothing = await browser.send('POST', '/session', {})
    expect(await refused(nothing)).toEqual([400, 'invalid-request'])
  })

  test('again ends the session that the browser had, and opens another', async () => {
    browser = await signedIn()
    const before = browser.cookie
    await browser.send('POST', '/session', { key: here.company.key })

    expect(browser.cookie).not.toBe(before)
    const stolen = await here.ask('/me', { key: null, headers: { cookie: before ?? '' } })
    expect(await refused(stolen)).toEqual([401, 'sign-in-required'])
  })

  test('with a cookie that somebody else planted does not make it a session', async () => {
    const planted = `roster_session=roster_session_${'A'.repeat(64)}`
    const shown = { key: here.company.key }
    const init = json('POST', shown, { cookie: planted, 'sec-fetch-site': 'same-origin' })
    const answer = await here.ask('/session', { ...init, key: null })

    expect(answer.status).toBe(201)
    expect(answer.headers.getSetCookie()[0]).not.toContain(planted)
    const asked = await here.ask('/me', { key: null, headers: { cookie: planted } })
    expect(asked.status).toBe(401)
  })

  test('too often with wrong keys is slowed down; a valid key still opens', async () => {
    await using own = await startServer()
    const stranger = openBrowser(own)
    const statuses = new Set<number>()
    for (let attempt = 0; attempt < 310; attempt++) {
      statuses.add((await stranger.send('POST', '/session', { key: 'wrong' })).status)
    }
    expect([...statuses]).toEqual([401, 429])
    expect((await stranger.send('POST', '/session', { key: own.company.key })).status).toBe(201)
  })
})

describe('a session', () => {
  test('is over after signing out, whoever kept a copy of the cookie', async () => {
    browser = await signedIn()
    const copy = browser.cookie ?? ''
    const answer = await browser.send('DELETE', '/session')

    expect(answer.status).toBe(204)
    expect(browser.cookie).toBeNull()
    const asked = await here.ask('/me', { key: null, headers: { cookie: copy } })
    expect(await refused(asked)).toEqual([401, 'sign-in-required'])
  })

  test('is over at once when its user is deleted', async () => {
    const key = await here.addUser(here.company.id, 'leaver@example.example')
    browser = await signedIn(key)
    await here.db.deleteFrom('users').where('email', '=', 'leaver@example.example').execute()
    expect(await isIn(browser)).toBe(false)
  })

  test('is over at once when the key that opened it is deleted', async () => {
    const key = await here.addUser(here.company.id, 'careful@example.example')
    const [one, other] = [await signedIn(key), await signedIn(key)]
    const { keys } = (await (await one.ask('/keys')).json()) as { keys: readonly { id: string }[] }
    expect((await one.send('DELETE', `/keys/${keys[0]?.id}`)).status).toBe(204)
    expect([await isIn(one), await isIn(other)]).toEqual([false, false])
  })

  test('lasts twelve hours after its last use', async () => {
    browser = await signedIn()
    time += 11 * hour
    expect(await isIn(browser)).toBe(true)
    time += 11 * hour
    expect(await isIn(browser)).toBe(true)
    time += 12 * hour
    expect(await isIn(browser)).toBe(false)
  })

  test('lasts thirty days at most, however often it is used', async () => {
    browser = await signedIn()
    const end = time + 30 * 24 * hour
    while (time + 11 * hour < end) {
      time += 11 * hour
      expect(await isIn(browser)).toBe(true)
    }
    time = end - minute
    expect(await isIn(browser)).toBe(true)
    time = end
    expect(await isIn(browser)).toBe(false)
  })

  test('has its use noted at most once a minute', async () => {
    await here.db.deleteFrom('sessions').execute()
    browser = await signedIn()
    const noted = async () => {
      const select = here.db.selectFrom('sessions').select(['last_used_at', 'expires_at'])
      return await select.executeTakeFirstOrThrow()
    }
    const first = await noted()
    time += minute
    await browser.ask('/me')
    expect(await noted()).toEqual(first)
    time += 1
    await browser.ask('/me')
    expect((await noted()).last_used_at.getTime()).toBe(time)
  })

  test('that has expired is cleared away when somebody of the company signs in', async () => {
    await signedIn()
    time += 13 * hour
    await signedIn()
    const rows = await here.db.selectFrom('sessions').select('expires_at').execute()
    expect(rows.map(({ expires_at }) => expires_at.getTime() > time)).toEqual([true])
  })

  test('is stored as a hash, and no log tells of it', async () => {
    browser = await signedIn()
    const secret = browser.cookie?.slice(-64) ?? ''
    const form = new FormData()
    form.append('operation', 'delete-users')
    form.append('file', new Blob(['ada@example.org']), 'people.csv')
    expect((await browser.ask('/batches', { method: 'POST', body: form })).status).toBe(201)

    expect(secret).toHaveLength(64)
    const stored = await here.db.selectFrom('sessions').selectAll().execute()
    expect(stored.at(-1)?.secret_hash.length).toBe(32)
    expect(JSON.stringify(stored)).not.toContain(secret)
    expect(here.log.length).toBeGreaterThan(0)
    expect(here.log.join()).not.toContain(secret)
    expect(here.log.join()).not.toContain(here.company.key)
  })

  test('gives way to a key that the request shows', async () => {
    const key = await here.addUser(here.company.id, 'other@example.example')
    browser = await signedIn()
    const both = await browser.ask('/me', { headers: { authorization: `Bearer ${key}` } })
    expect(await read(both, me)).toMatchObject({ email: 'other@example.example' })
    const wrong = await browser.ask('/me', { headers: { authorization: 'Bearer wrong' } })
    expect(wrong.status).toBe(401)
  })

  test('shows nothing of another company', async () => {
    const foreign = await here.addCompany('Foreign')
    const form = json('POST', { operation: 'delete-users', text: 'ada@example.org' })
    const { batch } = (await (await here.ask('/batches', form)).json()) as { batch: string }
    browser = await signedIn(foreign.key)
    const answer = await browser.ask(`/batches/${batch}`)
    expect(await refused(answer)).toEqual([404, 'batch-not-found'])
  })
})
