import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createdCompany } from '../../src/http/contract/company.ts'
import { me } from '../../src/http/contract/me.ts'
import { handedLink, passwordLink, setUpLink } from '../../src/http/contract/session.ts'
import { openBrowser } from './support/browser.ts'
import { read, refusal, refused } from './support/read.ts'
import { secretOf, withLink } from './support/shown-link.ts'
import { json, startServer, type TestServer } from './support/start-server.ts'

const hour = 60 * 60_000
const password = 'tiefblaue Amseln'
const nobody = '00000000-0000-0000-0000-000000000000'

let here: TestServer
let time: number

beforeAll(async () => {
  time = Date.now()
  here = await startServer({ now: () => new Date(time) })
})

afterAll(() => here[Symbol.asyncDispose]())

function asInstallation(path: string, body: object = {}, headers = {}): Promise<Response> {
  return here.ask(path, { ...json('POST', body, headers), key: here.folderKey })
}

/** Companies cannot be deleted, since their audit log is kept: here it gives way. */
async function emptyCompanies(): Promise<void> {
  await sql`alter table audit_log disable trigger user`.execute(here.db)
  await here.db.deleteFrom('audit_log').execute()
  await sql`alter table audit_log enable trigger user`.execute(here.db)
  await here.db.deleteFrom('companies').execute()
}

describe('an installation without a company', () => {
  let link: string

  beforeEach(async () => {
    await here.db.deleteFrom('user_permissions').execute()
    await here.db.deleteFrom('users').execute()
    await emptyCompanies()
    link = secretOf(
      (await read(await asInstallation('/installation/set-up-links'), handedLink)).link,
    )
  })

  const said = {
    company: 'Analytical Engines',
    language: 'de',
    email: 'Ada@engines.example',
    firstName: ' Ada ',
    lastName: 'Lovelace',
    password,
  }

  function setUp(body: object = said, by = openBrowser(here)): Promise<Response> {
    return by.ask('/set-up', withLink(link, json('POST', body)))
  }

  function show(): Promise<Response> {
    return here.ask('/set-up', { ...withLink(link), key: null })
  }

  test('gets its first company by the link, and whoever holds it is its administrator and in', async () => {
    const until = new Date(time + 24 * hour).toISOString()
    expect(await read(await show(), setUpLink)).toEqual({ until })

    const browser = openBrowser(here)
    const answer = await setUp(said, browser)
    expect(answer.status).toBe(201)
    const known = {
      email: 'Ada@engines.example',
      firstName: 'Ada',
      lastName: 'Lovelace',
      language: 'de',
      company: { name: 'Analytical Engines' },
      permissions: ['manage-company-settings'],
      hasPassword: true,
    }
    expect(await read(answer, me)).toMatchObject(known)
    expect(await read(await browser.ask('/me'), me)).toMatchObject(known)
    const again = openBrowser(here)
    const signedIn = await again.send('POST', '/session', { email: said.email, password })
    expect(signedIn.status).toBe(201)
  })

  test('gets one only, of two that are made at once and of any later', async () => {
    const [one, other] = await Promise.all([setUp(), setUp({ ...said, company: 'Another' })])
    expect([one.status, other.status].toSorted((a, b) => a - b)).toEqual([201, 409])
    expect(await refused(await setUp())).toEqual([409, 'company-exists-already'])
    expect(await refused(await show())).toEqual([409, 'company-exists-already'])
    const another = await asInstallation('/installation/set-up-links')
    expect(await refused(another)).toEqual([409, 'company-exists-already'])
    expect(await here.db.selectFrom('companies').select('name').execute()).toHaveLength(1)
  })

  test('gets none where something is wrong, and the link still opens', async () => {
    const wrong: readonly (readonly [object, number, string])[] = [
      [{ password: 'short' }, 422, 'password-too-short'],
      [{ password: 'Analytical Engines' }, 422, 'password-too-common'],
      [{ email: 'no address' }, 400, 'invalid-request'],
      [{ company: ' ' }, 400, 'invalid-request'],
      [{ firstName: 'A\u0000da' }, 400, 'invalid-request'],
    ]
    for (const [change, ...refusal] of wrong) {
      expect(await refused(await setUp({ ...said, ...change }))).toEqual(refusal)
    }
    expect(await here.db.selectFrom('companies').select('id').execute()).toEqual([])
    expect((await setUp()).status).toBe(201)
  })

  test('refuses a link a day after it was made', async () => {
    time += 24 * hour
    expect(await refused(await show())).toEqual([410, 'link-expired'])
    expect(await refused(await setUp())).toEqual([410, 'link-expired'])
  })

  test('refuses a link of another kind', async () => {
    link = secretOf(here.services.links.password(nobody, nobody, new Date(time)))
    expect(await refused(await setUp())).toEqual([404, 'link-unknown'])
  })
})

describe('a company that is made on the command line', () => {
  test('comes with a link by which its administrator chooses a password, within fifteen days', async () => {
    const body = { name: `Made at ${time}`, admin: 'first@made.example' }
    const { link } = await read(await asInstallation('/companies', body), createdCompany)
    expect(link).toMatch(/^http:\/\/localhost:3000\/password\/[\w-]{72}$/)
    time += 14 * 24 * hour
    const headers = { 'roster-link': secretOf(link) }
    const shown = await read(await here.ask('/password-link', { key: null, headers }), passwordLink)
    expect(shown).toMatchObject({ email: 'first@made.example', isFirst: true })

    const browser = openBrowser(here)
    const choice = { password, firstName: 'Grace', lastName: 'Hopper', language: 'de' }
    const chosen = await browser.ask('/password-link', json('POST', choice, headers))
    expect(await read(chosen, me)).toMatchObject({ firstName: 'Grace', hasPassword: true })
  })
})

describe('a link that whoever runs the server hands over', () => {
  test('lets a user of the company that was named choose a password', async () => {
    const body = { name: 'Handed', admin: 'lost@handed.example' }
    await asInstallation('/companies', body)
    const wish = { email: 'LOST@handed.example' }
    const named = { 'roster-company': 'Handed' }
    const answer = await asInstallation('/installation/password-links', wish, named)
    const { link } = await read(answer, handedLink)
    const headers = { 'roster-link': secretOf(link) }
    const choice = json('POST', { password }, headers)
    expect((await openBrowser(here).ask('/password-link', choice)).status).toBe(201)

    const elsewhere = await asInstallation('/installation/password-links', wish)
    expect(await refused(elsewhere)).toEqual([404, 'user-not-found'])
  })

  test('is not made for who is only invited, and not by users', async () => {
    const company = await here.addCompany('Users')
    const key = await here.addUser(company.id, 'invited@users.example', ['manage-company-settings'])
    const wish = { email: 'invited@users.example' }
    for (const path of ['/installation/password-links', '/installation/set-up-links']) {
      const answer = await here.ask(path, { ...json('POST', wish), key })
      expect(await refused(answer)).toEqual([403, 'permission-required'])
      const nobody = await here.ask(path, { ...json('POST', wish), key: null })
      expect(await refused(nobody)).toEqual([401, 'sign-in-required'])
    }
    const update = here.db.updateTable('users').set({ status: 'invited' })
    await update.where('email', '=', wish.email).execute()
    const named = { 'roster-company': 'Users' }
    const answer = await asInstallation('/installation/password-links', wish, named)
    expect(await refusal(answer)).toMatchObject({ status: 409, code: 'not-active-yet' })
  })
})
