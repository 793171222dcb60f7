import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openBrowser, type Browser } from './support/browser.ts'
import { givePassword } from './support/give-password.ts'
import { json, startServer, type TestCompany, type TestServer } from './support/start-server.ts'

const ada = 'ada@example.example'
const password = 'tiefblaue Amseln'
const theirs = 'known to a stranger'

let here: TestServer
let other: TestCompany

beforeAll(async () => {
  here = await startServer({ trustedProxies: ['127.0.0.1'] })
  await here.addUser(here.company.id, ada)
  await givePassword(here, { companyId: here.company.id, email: ada, password })
  // Whoever administers another company can invite any address, read the link in the outbox, and accept it themselves.
  other = await here.addCompany('Another')
  await here.addUser(other.id, ada)
  await givePassword(here, { companyId: other.id, email: ada, password: theirs })
})

beforeEach(async () => {
  await here.db.deleteFrom('failed_sign_ins').execute()
})

afterAll(() => here[Symbol.asyncDispose]())

let network = 0

/** Each from a network of its own. */
async function signIn(
  shown: { password: string; company?: string },
  by: Browser = openBrowser(here),
): Promise<number> {
  const from = { 'x-forwarded-for': `2001:db8:0:${(++network).toString(16)}::1` }
  return (await by.ask('/session', json('POST', { email: ada, ...shown }, from))).status
}

async function guess(by?: Browser): Promise<readonly number[]> {
  const statuses: number[] = []
  for (let tries = 0; tries < 5; tries++) {
    statuses.push(await signIn({ password: 'a guess', company: here.company.id }, by))
  }
  return statuses
}

test('guesses are not forgiven by signing in to another company with the same address', async () => {
  expect(await guess()).not.toContain(429)
  expect(await signIn({ password: theirs, company: other.id })).toBe(201)
  expect(await guess()).toContain(429)
})

test('a device on which somebody signed in to another company with the same address is a stranger’s', async () => {
  const statuses: number[] = []
  for (let device = 0; device < 2; device++) {
    const stranger = openBrowser(here)
    await signIn({ password: theirs, company: other.id }, stranger)
    statuses.push(...(await guess(stranger)))
  }
  expect(statuses).toContain(429)
})

test('who has signed in to both on a device is spared the guesses of strangers in both', async () => {
  const own = openBrowser(here)
  expect(await signIn({ password: theirs }, own)).toBe(201)
  expect(await signIn({ password }, own)).toBe(201)
  await guess()
  await guess()
  expect(await signIn({ password })).toBe(429)
  expect(await signIn({ password }, own)).toBe(201)
  expect(await signIn({ password: theirs }, own)).toBe(201)
})

test('a failed sign-in is in the log of every company that has the address', async () => {
  const before = await failures()
  await signIn({ password: 'a guess' })
  await expect.poll(failures).toEqual(before.map((count) => count + 1))
})

async function failures(): Promise<readonly number[]> {
  const failed = here.db.selectFrom('audit_log').select('company_id')
  const rows = await failed.where('act', '=', 'sign-in-failed').execute()
  return [here.company.id, other.id].map(
    (id) => rows.filter(({ company_id }) => company_id === id).length,
  )
}
