import { hash } from '@node-rs/argon2'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { isPasswordOf } from '../../src/access/passwords/hash-password.ts'
import { me } from '../../src/http/contract/me.ts'
import { sessionList } from '../../src/http/contract/session.ts'
import { openBrowser, type Browser } from './support/browser.ts'
import { givePassword } from './support/give-password.ts'
import { read, refusal, refused } from './support/read.ts'
import { json, startServer, type TestServer } from './support/start-server.ts'

const minute = 60_000
const hour = 60 * minute
const password = 'tiefblaue Amseln'
const ada = 'ada@example.example'

let here: TestServer
let time: number
let adaId: string
let browser: Browser

beforeAll(async () => {
  time = Date.now()
  here = await startServer({ now: () => new Date(time), trustedProxies: ['127.0.0.1'] })
  await here.addUser(here.company.id, ada)
  adaId = await givePassword(here, { companyId: here.company.id, email: ada, password })
})

beforeEach(async () => {
  browser = openBrowser(here)
  await here.db.deleteFrom('failed_sign_ins').execute()
})

afterAll(() => here[Symbol.asyncDispose]())

/** Signs in from somewhere; every test that does not care comes from a place of its own. */
function signIn(
  shown: { email?: string; password?: string; company?: string } = {},
  { from = '192.0.2.1', by = openBrowser(here) }: { from?: string; by?: Browser } = {},
): Promise<Response> {
  const body = { email: ada, password, ...shown }
  return by.ask('/session', json('POST', body, { 'x-forwarded-for': from }))
}

const wrong = [401, 'wrong-password']

/** How long a sign-in with a wrong password takes, in milliseconds. */
async function timeOf(email: string): Promise<number> {
  await here.db.deleteFrom('failed_sign_ins').execute()
  const begin = performance.now()
  await signIn({ email, password: 'a wrong guess' })
  return performance.now() - begin
}

describe('signing in with a password', () => {
  test('answers who one is, and opens a session that says how it was opened', async () => {
    const firefox = 'Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0'
    const headers = { 'user-agent': firefox, 'x-forwarded-for': '192.0.2.9' }
    const init = json('POST', { email: ` ${ada.toUpperCase()} `, password }, headers)
    const answer = await browser.ask('/session', init)

    expect(answer.status).toBe(201)
    const known = { id: adaId, email: ada, firstName: 'Ada', hasPassword: true }
    expect(await read(answer, me)).toMatchObject(known)
    const { sessions } = await read(await browser.ask('/sessions'), sessionList)
    expect(sessions).toMatchObject([
      { openedBy: 'password', browser: 'Firefox on Linux', address: '192.0.2.9', current: true },
    ])
  })

  test('ends the session that the browser had, and opens another', async () => {
    await signIn({}, { by: browser })
    const before = browser.cookie ?? ''
    await signIn({}, { by: browser })
    expect(browser.cookie).not.toBe(before)
    const stolen = await here.ask('/me', { key: null, headers: { cookie: before } })
    expect(stolen.status).toBe(401)
  })

  test('says the same of an unknown address, of a user without password or invited, and of a wrong one', async () => {
    await here.addUser(here.company.id, 'bare@example.example')
    await here.addUser(here.company.id, 'invited@example.example')
    const invited = { companyId: here.company.id, email: 'invited@example.example', password }
    await givePassword(here, invited)
    await here.db
      .updateTable('users')
      .set({ status: 'invited' })
      .where('email', '=', invited.email)
      .execute()
    const tries = [
      { password: 'tiefblaue Ameisen' },
      { email: 'nobody@example.example' },
      { email: 'bare@example.example' },
      { email: invited.email },
      { email: 'no address at all' },
      { company: '00000000-0000-4000-8000-000000000000' },
    ]
    const bodies = new Set<string>()
    for (const shown of tries) {
      const answer = await signIn(shown)
      expect(answer.headers.getSetCookie()).toEqual([])
      const { request: _, ...problem } = await refusal(answer)
      bodies.add(JSON.stringify(problem))
    }
    expect(bodies.size).toBe(1)
    expect(await refused(await signIn({ password: 'no' }))).toEqual(wrong)
  })

  test('takes as long for an unknown address as for a wrong password', async () => {
    // By turns, so that whatever else the machine does concerns both.
    const ratios: number[] = []
    for (let guess = 0; guess < 15; guess++) {
      ratios.push((await timeOf('nobody@example.example')) / (await timeOf(ada)))
    }
    const median = ratios.toSorted((a, b) => a - b)[7]
    expect(median).toBeGreaterThan(0.6)
    expect(median).toBeLessThan(1.6)
  })

  test('asks which company is meant where it fits users of several', async () => {
    const other = await here.addCompany('Second')
    await here.addUser(other.id, ada)
    await givePassword(here, { companyId: other.id, email: ada, password })

    const problem = await refusal(await signIn())
    expect(problem).toMatchObject({ status: 409, code: 'company-choice' })
    expect(problem.title).toContain('Choose one: Example, Second.')
    expect(JSON.parse(String(problem.details['choices']))).toEqual([
      { id: here.company.id, name: 'Example' },
      { id: other.id, name: 'Second' },
    ])
    const chosen = await signIn({ company: other.id })
    expect(await read(chosen, me)).toMatchObject({ company: { name: 'Second' } })

    await givePassword(here, { companyId: other.id, email: ada, password: 'another one here' })
    expect(await read(await signIn(), me)).toMatchObject({ company: { name: 'Example' } })
    const second = await signIn({ password: 'another one here' })
    expect(await read(second, me)).toMatchObject({ company: { name: 'Second' } })
    await here.db.deleteFrom('users').where('company_id', '=', other.id).execute()
  })

  test('hashes a password anew that was hashed with weaker parameters', async () => {
    const weak = await hash(password, { memoryCost: 4096, timeCost: 1, parallelism: 1 })
    const rows = here.db.updateTable('passwords').set({ hash: weak }).where('user_id', '=', adaId)
    await rows.execute()
    expect((await signIn()).status).toBe(201)
    const stored = here.db.selectFrom('passwords').select('hash').where('user_id', '=', adaId)
    expect((await stored.executeTakeFirstOrThrow()).hash).toContain('m=19456,t=2,p=1')
    expect((await signIn()).status).toBe(201)
  })

  test('leaves no trace of the password, and no address among the counts', async () => {
    await signIn({ password: 'a very secret guess' })
    const counts = await here.db.selectFrom('failed_sign_ins').selectAll().execute()
    expect(counts).toHaveLength(2)
    expect(counts.map(({ subject }) => subject.length)).toEqual([32, 32])
    expect(here.log.join()).not.toContain('a very secret guess')
    expect(here.log.join()).not.toContain(password)
  })
})

describe('guessing', () => {
  test('costs growing delays after the first five failures, whether the password is right or not', async () => {
    for (let guess = 0; guess < 6; guess++) {
      expect(await refused(await signIn({ password: 'guess' }))).toEqual(wrong)
    }
    const answer = await signIn()
    expect(answer.headers.get('retry-after')).toBe('1')
    expect(await refusal(answer)).toMatchObject({
      status: 429,
      code: 'too-many-sign-ins',
      details: { seconds: 1 },
    })
    time += 1000
    expect(await refused(await signIn({ password: 'guess' }))).toEqual(wrong)
    time += 1000
    expect(await refusal(await signIn())).toMatchObject({ details: { seconds: 1 } })
    time += 1000
    expect((await signIn()).status).toBe(201)
    expect(await refused(await signIn({ password: 'guess' }))).toEqual(wrong)
  })

  test('is slowed down as well where nobody has the address', async () => {
    const statuses: number[] = []
    for (let guess = 0; guess < 7; guess++) {
      statuses.push((await signIn({ email: 'nobody@example.example' })).status)
    }
    expect(statuses).toEqual([401, 401, 401, 401, 401, 401, 429])
  })

  test('with many at once gets no more tries than one after the other', async () => {
    const guesses = Array.from({ length: 40 }, (_, index) =>
      signIn({ password: `guess ${index}` }, { from: `198.51.100.${index}` }),
    )
    const statuses = (await Promise.all(guesses)).map(({ status }) => status)
    expect(statuses.filter((status) => status === 401)).toHaveLength(6)
    expect(statuses.filter((status) => status === 429)).toHaveLength(34)
  })

  test('of many accounts from one network is slowed down, from another it is not', async () => {
    for (let guess = 0; guess < 31; guess++) {
      const shown = { email: `user${guess}@example.example` }
      expect((await signIn(shown, { from: `2001:db8:1:2::${guess + 1}` })).status).toBe(401)
    }
    expect((await signIn({}, { from: '2001:db8:1:2::99' })).status).toBe(429)
    expect((await signIn({}, { from: '2001:db8:1:3::1' })).status).toBe(201)
  }, 20_000)

  test('by strangers never keeps out the owner on a device where they have signed in before', async () => {
    await signIn({}, { by: browser })
    await browser.send('DELETE', '/session')
    for (let guess = 0; guess < 6; guess++) await signIn({ password: 'guess' })
    expect((await signIn()).status).toBe(429)

    expect((await signIn({}, { by: browser })).status).toBe(201)
    expect((await signIn()).status).toBe(429)
  })

  test('on a known device is slowed down there, and only there', async () => {
    await signIn({}, { by: browser })
    for (let guess = 0; guess < 6; guess++) {
      expect((await signIn({ password: 'guess' }, { by: browser })).status).toBe(401)
    }
    expect((await signIn({}, { by: browser })).status).toBe(429)
    expect((await signIn()).status).toBe(201)
  })

  test('is not helped by a device on which somebody else has signed in, nor by one half a year ago', async () => {
    const bob = 'bob@example.example'
    await here.addUser(here.company.id, bob)
    await givePassword(here, { companyId: here.company.id, email: bob, password })
    await signIn({ email: bob }, { by: browser })
    for (let guess = 0; guess < 6; guess++) await signIn({ password: 'guess' })
    expect((await signIn({}, { by: browser })).status).toBe(429)

    const old = openBrowser(here)
    time += 24 * hour
    await signIn({}, { by: old })
    time += 180 * 24 * hour
    for (let guess = 0; guess < 6; guess++) await signIn({ password: 'guess' })
    expect((await signIn({}, { by: old })).status).toBe(429)
  })

  test('is not what somebody did whose password could not be tried', async () => {
    const over = new AbortController()
    const keepBusy = async () => {
      while (!over.signal.aborted) await isPasswordOf(null, 'a guess')
    }
    const crowd = Array.from({ length: 102 }, keepBusy)
    expect(await refused(await signIn())).toEqual([429, 'too-many-requests'])
    over.abort()
    await Promise.all(crowd)
    const counts = await here.db.selectFrom('failed_sign_ins').select('failures').execute()
    expect(counts).toEqual([{ failures: 0 }, { failures: 0 }])
  })

  test('is forgotten after a day, and its counts are cleared away', async () => {
    for (let guess = 0; guess < 6; guess++) await signIn({ password: 'guess' })
    for (let more = 0; more < 12; more++) {
      time += 16 * minute
      await signIn({ password: 'guess' })
    }
    expect(await refusal(await signIn())).toMatchObject({ details: { seconds: 900 } })
    time += 24 * hour
    await signIn({ email: 'nobody@example.example' }, { from: '192.0.2.77' })
    expect((await signIn()).status).toBe(201)
    const counts = await here.db.selectFrom('failed_sign_ins').select('failures').execute()
    expect(counts.map(({ failures }) => failures).toSorted((a, b) => a - b)).toEqual([0, 1, 1])
  })
})
