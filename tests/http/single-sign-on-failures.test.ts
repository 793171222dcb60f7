import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { doors } from '../../src/http/contract/session.ts'
import { startOidcProvider } from '../support/oidc-provider.ts'
import { read, refused } from './support/read.ts'
import {
  openSingleSignOnStage,
  returnTo,
  type SingleSignOnStage,
} from './support/single-sign-on-stage.ts'
import { startServer } from './support/start-server.ts'
import { openTraveller, type Traveller } from './support/traveller.ts'

let stage: SingleSignOnStage
let browser: Traveller
let time: () => number

beforeAll(async () => {
  time = Date.now
  stage = await openSingleSignOnStage({ now: () => new Date(time()) })
})

beforeEach(() => {
  browser = openTraveller()
  time = Date.now
})

afterAll(() => stage[Symbol.asyncDispose]())

/** Where the return leads, and what it has created. */
async function outcomeOf(address: string) {
  const before = await stage.counts()
  const answer = await stage.visit(browser, address)
  const created = (await stage.counts()).map((count, index) => count - (before[index] ?? 0))
  return { status: answer.status, location: answer.headers.get('location'), created }
}

describe('a return that nobody departed for', () => {
  const nothing = {
    status: 302,
    location: '/sign-in?failed=single-sign-on-failed',
    created: [0, 0, 0],
  }

  test('in this browser is refused', async () => {
    const address = await stage.signInThere(browser, (await stage.user()).name)
    browser = openTraveller()
    expect(await outcomeOf(address)).toEqual(nothing)
  })

  test('with another state is refused', async () => {
    const address = new URL(await stage.signInThere(browser, (await stage.user()).name))
    address.searchParams.set('state', 'another')
    expect(await outcomeOf(address.href)).toEqual(nothing)
  })

  test('with the code of somebody else’s journey is refused', async () => {
    const theirs = new URL(await stage.signInThere(browser, (await stage.user()).name))
    browser = openTraveller()
    const mine = new URL(await stage.signInThere(browser, stage.somebody().name))
    mine.searchParams.set('code', theirs.searchParams.get('code') ?? '')
    expect(await outcomeOf(mine.href)).toEqual(nothing)
  })

  test('is refused the second time, even with a copy of the cookie', async () => {
    const address = await stage.signInThere(browser, (await stage.user()).name)
    const journey = browser.cookie(stage.here.url, 'roster_single_sign_on')
    expect(await outcomeOf(address)).toMatchObject({ location: '/', created: [1, 1, 0] })
    expect(await outcomeOf(address)).toEqual(nothing)
    browser.keep(stage.here.url, { name: 'roster_single_sign_on', value: journey ?? '', path: '/' })
    expect(await outcomeOf(address)).toEqual(nothing)
  })

  test('comes too late after ten minutes', async () => {
    const address = await stage.signInThere(browser, (await stage.user()).name)
    time = () => Date.now() + 10 * 60_000
    expect(await outcomeOf(address)).toEqual(nothing)
  })

  test('without anything at all is refused', async () => {
    expect(await outcomeOf(returnTo)).toEqual(nothing)
  })

  test('leaves neither codes nor addresses in the log', async () => {
    const { name, email } = await stage.user()
    const address = new URL(await stage.signInThere(browser, name))
    const code = address.searchParams.get('code') ?? ''
    address.searchParams.set('state', 'another')
    await stage.visit(browser, address.href)
    expect(stage.here.log.join()).toContain('the single sign-on did not work')
    expect(stage.here.log.join()).not.toContain(code)
    expect(stage.here.log.join()).not.toContain(email)
  })
})

describe('the provider', () => {
  test('may be away when Roster starts, and between departure and return', async () => {
    const gone = await startOidcProvider({ returnTo })
    const port = Number(new URL(gone.issuer).port)
    await gone[Symbol.asyncDispose]()
    await using own = await openSingleSignOnStage({ provider: gone })
    const start = `${own.here.url}/api/v1/single-sign-on?back=/rooms`
    const away = await browser.go(start)
    const failed = '/sign-in?failed=single-sign-on-failed&back=%2Frooms'
    expect([away.status, away.headers.get('location')]).toEqual([302, failed])

    const back = await startOidcProvider({ returnTo, port })
    const departed = await browser.go(start)
    expect(departed.headers.get('location')).toContain(back.issuer)
    await back[Symbol.asyncDispose]()
    const { state } = Object.fromEntries(
      new URL(departed.headers.get('location') ?? '').searchParams,
    )
    const query = new URLSearchParams({
      code: 'x',
      state: state ?? '',
      iss: back.issuer,
    }).toString()
    const returned = await browser.go(`${own.here.url}/api/v1/single-sign-on/return?${query}`)
    expect(returned.headers.get('location')).toBe(failed)
  })

  test('may tell the address at once, and take the secret in the body', async () => {
    const authentication = 'client_secret_post'
    await using other = await startOidcProvider({ returnTo, tellsAtOnce: true, authentication })
    await using own = await openSingleSignOnStage({ provider: other })
    const { name } = await own.user()
    expect(await own.signIn(name)).toBe('/')
  })

  test('may be one whose addresses are all believed', async () => {
    const { provider } = stage
    await using own = await openSingleSignOnStage({ provider, trustsEmail: true })
    const { name, email } = own.somebody({})
    await own.addUser(email)
    expect(await own.signIn(name)).toBe('/')
  })

  test('is left and come back from with a cookie that nobody else can read or set', async () => {
    const { singleSignOn } = stage.here.services
    await using own = await startServer({ singleSignOn, publicUrl: 'https://roster.example.org' })
    const answer = await browser.go(`${own.url}/api/v1/single-sign-on?back=/rooms`)
    const [cookie = ''] = answer.headers.getSetCookie()
    expect(cookie).toMatch(/^__Host-roster_single_sign_on=[\w-]+; /)
    expect(cookie.split('; ').slice(1).toSorted()).toEqual([
      'HttpOnly',
      'Max-Age=600',
      'Path=/',
      'SameSite=Lax',
      'Secure',
    ])
  })

  test('is named to who wants to sign in', async () => {
    const { singleSignOn } = await read(await stage.ask(browser, '/session'), doors)
    expect(singleSignOn).toEqual({ name: 'Example SSO', companies: null })
  })

  test('that is not there leads nowhere', async () => {
    await using own = await startServer()
    expect((await read(await own.ask('/session', { key: null }), doors)).singleSignOn).toBeNull()
    for (const path of ['/single-sign-on', '/single-sign-on/return']) {
      expect(await refused(await own.ask(path, { key: null }))).toEqual([404, 'not-found'])
    }
  })
})
