import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { me } from '../../src/http/contract/me.ts'
import { doors, sessionList } from '../../src/http/contract/session.ts'
import { read, refused } from './support/read.ts'
import {
  openSingleSignOnStage,
  isReturn,
  type SingleSignOnStage,
} from './support/single-sign-on-stage.ts'
import { json } from './support/start-server.ts'
import { openTraveller, type Traveller } from './support/traveller.ts'

let stage: SingleSignOnStage
let browser: Traveller

beforeAll(async () => {
  stage = await openSingleSignOnStage()
})

beforeEach(() => {
  browser = openTraveller()
})

afterAll(() => stage[Symbol.asyncDispose]())

function signIn(name: string, back?: string): Promise<string | null> {
  return stage.signIn(name, back, browser)
}

function ask(path: string, init?: RequestInit): Promise<Response> {
  return stage.ask(browser, path, init)
}

/** Opens the beginning of a sign-in, as the browser that was sent from such a site. */
function start(site: string, query = ''): Promise<Response> {
  const headers = { 'sec-fetch-site': site }
  return browser.go(`${stage.here.url}/api/v1/single-sign-on${query}`, { headers })
}

describe('who comes back from the provider', () => {
  test('and is a user is in, on the page to which they wanted to go', async () => {
    const { name, email, id } = await stage.user()
    stage.provider.people.set(name, { email: email.toUpperCase(), email_verified: true })
    expect(await signIn(name, '/rooms?search=x')).toBe('/rooms?search=x')

    expect(await read(await ask('/me'), me)).toMatchObject({ id, email })
    const { sessions } = await read(await ask('/sessions'), sessionList)
    expect(sessions).toMatchObject([{ openedBy: 'single-sign-on', current: true }])
    const entries = await stage.here.db
      .selectFrom('audit_log')
      .select(['act', 'details'])
      .where('actor_id', '=', id)
      .execute()
    const act = 'finish-single-sign-on'
    expect(entries).toMatchObject([{ act, details: { openedBy: 'single-sign-on' } }])
  })

  test('is known by the provider from then on, whatever becomes of the address', async () => {
    const { name, id } = await stage.user()
    await signIn(name)
    stage.provider.people.set(name, { email: 'elsewhere@example.org', email_verified: false })
    browser = openTraveller()
    expect(await signIn(name)).toBe('/')
    expect(await read(await ask('/me'), me)).toMatchObject({ id })
  })

  test('and is no user is told so, and nothing is created', async () => {
    const before = await stage.counts()
    expect(await signIn(stage.somebody().name, '/rooms')).toBe(
      '/sign-in?failed=user-not-found&back=%2Frooms',
    )
    expect(await stage.counts()).toEqual(before)
    expect((await ask('/me')).status).toBe(401)
  })

  test.each([{ email_verified: false }, {}, { email_verified: 'true' }])(
    'with an address that is not verified (%j) is nobody',
    async (said) => {
      const { name, email } = stage.somebody(said)
      await stage.addUser(email)
      const before = await stage.counts()
      expect(await signIn(name)).toBe('/sign-in?failed=email-not-verified')
      expect(await stage.counts()).toEqual(before)
    },
  )

  test('without an address is nobody', async () => {
    expect(await signIn('nameless')).toBe('/sign-in?failed=user-not-found')
  })

  test('of whom the user was deleted is nobody any more', async () => {
    const { name, id } = await stage.user()
    await signIn(name)
    await stage.here.db.deleteFrom('users').where('id', '=', id).execute()
    expect((await ask('/me')).status).toBe(401)
    expect(await signIn(name)).toBe('/sign-in?failed=user-not-found')
  })

  test('and was only invited is active from then on; the invitation has ended', async () => {
    const { name, id: user_id } = await stage.user()
    const company_id = stage.here.company.id
    const invited = { company_id, user_id, issued_at: new Date(), issued_by: null }
    await stage.here.db
      .updateTable('users')
      .set({ status: 'invited' })
      .where('id', '=', user_id)
      .execute()
    await stage.here.db.insertInto('invitations').values(invited).execute()
    expect(await signIn(name)).toBe('/')

    const select = stage.here.db.selectFrom('users').select('status').where('id', '=', user_id)
    expect(await select.executeTakeFirst()).toEqual({ status: 'active' })
    expect(await stage.here.db.selectFrom('invitations').selectAll().execute()).toEqual([])
  })

  test('having cancelled there is told so', async () => {
    const login = await browser.follow(`${stage.here.url}/api/v1/single-sign-on`)
    const { address } = await browser.follow(`${login.address}/abort`, isReturn)
    const answer = await stage.visit(browser, address)
    expect(answer.headers.get('location')).toBe('/sign-in?failed=access-denied')
  })

  test.each(['//elsewhere.example', 'https://elsewhere.example', '/\\elsewhere.example'])(
    'is not led to %s',
    async (back) => {
      expect(await signIn((await stage.user()).name, back)).toBe('/')
    },
  )
})

describe('who is sent here by another site', () => {
  test.each(['cross-site', 'same-site'])(
    'sees the page of the sign-in, and begins with a click (%s)',
    async (site) => {
      const answer = await start(site, '?back=%2Frooms')
      expect(answer.headers.get('location')).toBe('/sign-in?back=%2Frooms')
      expect(answer.headers.getSetCookie()).toEqual([])
      expect((await start(site)).headers.get('location')).toBe('/sign-in')
    },
  )

  test.each(['same-origin', 'none'])(
    'and who comes from our own page, or by a bookmark, goes on to the provider (%s)',
    async (site) => {
      const answer = await start(site)
      expect(answer.headers.get('location')).toContain(stage.provider.issuer)
    },
  )
})

describe('a user of several companies', () => {
  test('chooses one, and is not asked by the provider again', async () => {
    const [other, third] = [
      await stage.here.addCompany('Other'),
      await stage.here.addCompany('Third'),
    ]
    const { name, email } = await stage.user()
    await stage.addUser(email, other.id)
    expect(await signIn(name, '/rooms')).toBe('/sign-in?with=company&back=%2Frooms')
    expect((await ask('/me')).status).toBe(401)
    const { singleSignOn } = await read(await ask('/session'), doors)
    expect(singleSignOn?.companies).toEqual([
      { id: stage.here.company.id, name: 'Example' },
      { id: other.id, name: 'Other' },
    ])

    const choose = (company: string) =>
      ask('/session', json('POST', { singleSignOn: true, company }))
    expect(await refused(await choose(third.id))).toEqual([401, 'sign-in-required'])
    expect(await read(await choose(other.id), me)).toMatchObject({ company: { name: 'Other' } })
    expect(await read(await ask('/me'), me)).toMatchObject({ company: { id: other.id } })
    // The choice is over.
    expect(await refused(await choose(stage.here.company.id))).toEqual([401, 'sign-in-required'])
  })

  test('cannot be chosen by who has not come from the provider', async () => {
    await stage.user()
    const wish = json('POST', { singleSignOn: true, company: stage.here.company.id })
    expect(await refused(await ask('/session', wish))).toEqual([401, 'sign-in-required'])
  })
})
