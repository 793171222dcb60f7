import { vi } from 'vitest'
import { createSingleSignOn } from '../../../src/access/single-sign-on/single-sign-on.ts'
import { startOidcProvider, type TestProvider } from '../../support/oidc-provider.ts'
import { startServer, type TestServer } from './start-server.ts'
import { openTraveller, type Traveller } from './traveller.ts'

/** A server and a provider with whom people sign in, and a browser that does. */
export interface SingleSignOnStage extends AsyncDisposable {
  readonly here: TestServer
  readonly provider: TestProvider
  /** Somebody whom the provider knows, and whose address it has verified unless it says something else. */
  somebody(said?: { readonly email_verified?: unknown }): Person
  /** Such a person who is also a user, of the first company unless it is another. */
  user(companyId?: string): Promise<Person & { readonly id: string }>
  /** @returns the user’s id */
  addUser(email: string, companyId?: string): Promise<string>
  /** Goes to the provider and signs in there. Answers the address of ours to which it sends the browser back. */
  signInThere(browser: Traveller, name: string, back?: string): Promise<string>
  /** Opens an address of ours where the test server really is. */
  visit(browser: Traveller, address: string): Promise<Response>
  /** Signs in by the provider. Answers where one is led in the end. */
  signIn(name: string, back?: string, browser?: Traveller): Promise<string | null>
  /** Asks the API as a page of ours would. */
  ask(browser: Traveller, path: string, init?: RequestInit): Promise<Response>
  /** How many identities, sessions and users there are. */
  counts(): Promise<readonly number[]>
}

export interface Person {
  /** What they are called at the provider. */
  readonly name: string
  readonly email: string
}

const publicUrl = 'http://localhost:3000'
export const returnTo = `${publicUrl}/api/v1/single-sign-on/return`

/** Is it where the provider sends people back to? */
export function isReturn(address: string): boolean {
  return address.startsWith(returnTo)
}

/** @param settings.provider one that runs already, and goes on afterwards; else it has its own */
export async function openSingleSignOnStage(
  settings: {
    readonly provider?: TestProvider
    readonly trustsEmail?: boolean
    readonly now?: () => Date
  } = {},
): Promise<SingleSignOnStage> {
  // The provider says that it is one for tests, and the same of everything that it does for the first time.
  vi.spyOn(console, 'warn').mockImplementation(() => {})
  vi.spyOn(console, 'info').mockImplementation(() => {})
  const provider = settings.provider ?? (await startOidcProvider({ returnTo }))
  const here = await rosterWith(provider, settings)
  let people = 0

  const somebody: SingleSignOnStage['somebody'] = (said = { email_verified: true }) => {
    const person = { name: `person ${++people}`, email: `person${people}@example.org` }
    provider.people.set(person.name, { email: person.email, ...said })
    return person
  }
  const addUser: SingleSignOnStage['addUser'] = async (email, companyId = here.company.id) => {
    await here.addUser(companyId, email)
    const select = here.db
      .selectFrom('users')
      .select('id')
      .where('company_id', '=', companyId)
      .where('email', '=', email)
    return (await select.executeTakeFirstOrThrow()).id
  }
  const signInThere: SingleSignOnStage['signInThere'] = async (browser, name, back) => {
    const query = back === undefined ? '' : `?${new URLSearchParams({ back }).toString()}`
    const start = `${here.url}/api/v1/single-sign-on${query}`
    const login = await browser.follow(start, isReturn)
    // Whoever is signed in there already is sent back at once.
    if (isReturn(login.address)) return login.address
    const fields = { prompt: 'login', login: name, password: 'whatever' }
    const consent = await browser.submit(login.address, fields, isReturn)
    if (isReturn(consent.address)) return consent.address
    return (await browser.submit(consent.address, { prompt: 'consent' }, isReturn)).address
  }
  const visit: SingleSignOnStage['visit'] = (browser, address) =>
    browser.go(address.replace(publicUrl, here.url))
  return {
    here,
    provider,
    somebody,
    addUser,
    signInThere,
    visit,
    user: async (companyId) => {
      const person = somebody()
      return { ...person, id: await addUser(person.email, companyId) }
    },
    signIn: async (name, back, browser = openTraveller()) => {
      const answer = await visit(browser, await signInThere(browser, name, back))
      return answer.headers.get('location')
    },
    ask: (browser, path, init = {}) => {
      const headers = new Headers(init.headers)
      headers.set('sec-fetch-site', 'same-origin')
      return browser.go(`${here.url}/api/v1${path}`, { ...init, headers })
    },
    counts: () =>
      Promise.all(
        (['identities', 'sessions', 'users'] as const).map((table) => count(here, table)),
      ),
    async [Symbol.asyncDispose]() {
      await here[Symbol.asyncDispose]()
      if (settings.provider === undefined) await provider[Symbol.asyncDispose]()
    },
  }
}

async function rosterWith(
  { issuer, clientId, clientSecret }: TestProvider,
  { trustsEmail = false, now = () => new Date() }: { trustsEmail?: boolean; now?: () => Date },
): Promise<TestServer> {
  const settings = { issuer, clientId, clientSecret, name: 'Example SSO', returnTo, trustsEmail }
  return await startServer({ singleSignOn: createSingleSignOn(settings), publicUrl, now })
}

async function count(
  { db }: TestServer,
  table: 'identities' | 'sessions' | 'users',
): Promise<number> {
  return (await db.selectFrom(table).selectAll().execute()).length
}
