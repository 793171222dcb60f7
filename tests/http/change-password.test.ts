import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { hashPassword } from '../../src/access/passwords/hash-password.ts'
import { storePassword } from '../../src/access/passwords/store-password.ts'
import { me } from '../../src/http/contract/me.ts'
import { openBrowser, type Browser } from './support/browser.ts'
import { givePassword } from './support/give-password.ts'
import { read, refusal, refused } from './support/read.ts'
import { waitingForLocks } from '../support/locks.ts'
import { json, startServer, type TestServer } from './support/start-server.ts'

const password = 'tiefblaue Amseln'
const another = 'hellgrüne Stare'
const ada = 'ada@example.example'

let here: TestServer
let time: number
let key: string
let browser: Browser

beforeAll(async () => {
  time = Date.now()
  here = await startServer({ now: () => new Date(time) })
})

beforeEach(async () => {
  await here.db.deleteFrom('users').where('email', '=', ada).execute()
  key = await here.addUser(here.company.id, ada)
  await givePassword(here, { companyId: here.company.id, email: ada, password })
  browser = await signedIn(password)
})

afterAll(() => here[Symbol.asyncDispose]())

async function signedIn(shown: string): Promise<Browser> {
  const browser = openBrowser(here)
  const answer = await browser.send('POST', '/session', { email: ada, password: shown })
  expect(answer.status).toBe(201)
  return browser
}

function change(current: string | null, chosen = another, by = browser): Promise<Response> {
  return by.send('PUT', '/me/password', { current, password: chosen })
}

test('the password is changed by who knows it; all other sessions are over', async () => {
  const elsewhere = await signedIn(password)
  expect((await change(password)).status).toBe(204)

  expect((await browser.ask('/me')).status).toBe(200)
  expect((await elsewhere.ask('/me')).status).toBe(401)
  await signedIn(another)
  const old = await openBrowser(here).send('POST', '/session', { email: ada, password })
  expect(await refused(old)).toEqual([401, 'wrong-password'])
})

test('the session of a stranger cannot change it by guessing', async () => {
  for (const current of ['a guess', '', null]) {
    expect(await refused(await change(current))).toEqual([401, 'wrong-password'])
  }
  const statuses: number[] = []
  for (let guess = 0; guess < 4; guess++) statuses.push((await change('a guess')).status)
  expect(statuses).toEqual([401, 401, 401, 429])
  expect(await refusal(await change(password))).toMatchObject({ details: { seconds: 1 } })
  await signedIn(password)
  time += 1000
  expect((await change(password)).status).toBe(204)
})

test('the new one must be long enough and not common', async () => {
  expect(await refused(await change(password, 'short'))).toEqual([422, 'password-too-short'])
  const named = await change(password, 'ada@example.example')
  expect(await refused(named)).toEqual([422, 'password-too-common'])
  await signedIn(password)
})

test('who has none, because they came in otherwise, chooses the first without one', async () => {
  await here.db.deleteFrom('passwords').execute()
  expect(await read(await browser.ask('/me'), me)).toMatchObject({ hasPassword: false })
  expect((await change(null)).status).toBe(204)
  expect(await read(await browser.ask('/me'), me)).toMatchObject({ hasPassword: true })
  await signedIn(another)
})

test('a key, or a session that a key opened, never chooses the first', async () => {
  await here.db.deleteFrom('passwords').execute()
  const byKey = openBrowser(here)
  await byKey.send('POST', '/session', { key })
  expect(await refused(await change(null, another, byKey))).toEqual([403, 'password-needs-link'])
  const init = json('PUT', { current: null, password: another })
  const direct = await here.ask('/me/password', { ...init, key })
  expect(await refused(direct)).toEqual([403, 'password-needs-link'])
})

test('a key together with the password changes it', async () => {
  const init = json('PUT', { current: password, password: another })
  expect((await here.ask('/me/password', { ...init, key })).status).toBe(204)
  await signedIn(another)
  expect((await browser.ask('/me')).status).toBe(401)
})

test.each([
  ['signs in', () => openBrowser(here).send('POST', '/session', { email: ada, password })],
  ['changes it as well', () => change(password, 'braune Spatzen')],
])('who %s with a password while its owner changes it comes too late', async (_, act) => {
  const user = here.db.selectFrom('users').select('id').where('email', '=', ada)
  const { id: userId } = await user.executeTakeFirstOrThrow()
  const hash = await hashPassword(another)
  const late = await here.db.transaction().execute(async (tx) => {
    await tx.selectFrom('passwords').select('hash').forUpdate().execute()
    const acted = act()
    await expect.poll(() => waitingForLocks(here)).toBe(1)
    const now = new Date((time += 1))
    await storePassword(tx, { companyId: here.company.id, userId, hash, now })
    return { acted }
  })
  expect(await refused(await late.acted)).toEqual([401, 'wrong-password'])
  expect(await here.db.selectFrom('sessions').select('id').execute()).toEqual([])
  await signedIn(another)
})
