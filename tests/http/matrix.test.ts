import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { policy, type Act } from '../../src/access/policy.ts'
import { createSingleSignOn } from '../../src/access/single-sign-on/single-sign-on.ts'
import { newId } from '../../src/domain/id.ts'
import { allPermissions } from '../../src/domain/permission.ts'
import { bodies } from './support/matrix/bodies.ts'
import {
  addPerson,
  byKey,
  makeCallers,
  watcherToken,
  type MatrixCaller,
  type Person,
} from './support/matrix/callers.ts'
import { expectedAdmission, type Admission } from './support/matrix/expected.ts'
import { makeThings, type Things } from './support/matrix/things.ts'
import { registeredRoutes, type Registered } from './support/registered-routes.ts'
import { startServer, type TestServer } from './support/start-server.ts'

// Nobody is there: whoever goes to it is led back, which is no matter of who may go.
const singleSignOn = createSingleSignOn({
  issuer: 'http://127.0.0.1:1',
  clientId: 'roster',
  clientSecret: null,
  name: 'A provider',
  trustsEmail: false,
  returnTo: 'http://localhost:3000/api/v1/single-sign-on/return',
})

let here: TestServer
let routes: readonly Route[]
let owner: Person
let things: Things
let callers: readonly MatrixCaller[]
let foreigner: Person

/** A route that stands for an act, as all do. */
type Route = Registered & Required<{ readonly act: Act }>

beforeAll(async () => {
  here = await startServer({ metricsToken: watcherToken, singleSignOn })
  routes = (await registeredRoutes(here.services)).filter(
    (route): route is Route => route.act !== undefined,
  )
  owner = await addPerson(here, here.company.id, allPermissions)
  things = await makeThings(here, owner)
  callers = await makeCallers(here, things.links)
  foreigner = await addPerson(here, (await here.addCompany('Other')).id, allPermissions)
})

afterAll(() => here[Symbol.asyncDispose]())

interface Asked {
  readonly headers: Readonly<Record<string, string>>
  /** Ids by the parameters of the address; unknown ones where none are given. */
  readonly named?: Readonly<Record<string, string>>
  readonly payload?: string | Buffer
}

// Each from an address of its own, so that nobody is slowed down for how often others failed.
let asked = 0

async function ask({ method, url }: Route, { headers, named = {}, payload }: Asked) {
  asked++
  const address = url
    .replaceAll(/:(\w+)/g, (_, name: string) => named[name] ?? unknown(name))
    .replace('*', '')
  return await here.server.inject({
    method: method as 'GET',
    url: address,
    headers,
    remoteAddress: `10.${asked >> 16}.${(asked >> 8) & 255}.${asked & 255}`,
    ...(payload !== undefined && { payload }),
  })
}

function unknown(name: string): string {
  return name === 'row' ? '1' : newId()
}

type Answer = Awaited<ReturnType<typeof ask>>

/** What the guard said, by what came back: everything that is not a refusal of its own was let in. */
function admissionIn(answer: Answer): Admission {
  const said = `${answer.statusCode} ${codeOf(answer)}`
  const isRefusal = [
    '401 sign-in-required',
    '403 permission-required',
    '404 not-found',
    '404 link-unknown',
  ].includes(said)
  return isRefusal ? (said as Admission) : 'in'
}

function codeOf({ headers, body }: Answer): string {
  const isProblem = String(headers['content-type']).startsWith('application/problem+json')
  return isProblem ? (JSON.parse(body) as { code: string }).code : ''
}

// Nobody can read such a body, and it is read after the guard has let somebody in: so nothing is ever done.
const unreadable = { 'content-type': 'application/x-unreadable' }

function knock(route: Route, { headers }: MatrixCaller): Promise<Answer> {
  return route.method === 'GET'
    ? ask(route, { headers })
    : ask(route, { headers: { ...headers, ...unreadable }, payload: 'x' })
}

test('every act has its route, and no route stands for another’s act', () => {
  // Registered with the pages and the documentation, not with the API.
  const elsewhere: readonly Act[] = ['show-home', 'show-console', 'show-documentation']
  const acts = [...routes.map(({ act }) => act), ...elsewhere]
  expect(acts.toSorted()).toEqual(Object.keys(policy).toSorted())
})

test('all of them are answered by the real server', () => {
  for (const { method, url } of routes) {
    expect([url, here.server.hasRoute({ method, url })]).toEqual([url, true])
  }
})

test('every route lets in whom the policy names, and nobody else', async () => {
  const wrong: string[] = []
  for (const route of routes) {
    const answers = await Promise.all(callers.map((caller) => knock(route, caller)))
    for (const [index, caller] of callers.entries()) {
      const answer = answers[index]
      if (answer === undefined) throw new Error('A caller got no answer.')
      const said = admissionIn(answer)
      const expected = expectedAdmission(policy[route.act], caller.standing)
      if (said !== expected || answer.statusCode >= 500) {
        wrong.push(`${route.act}, ${caller.name}: ${answer.statusCode} ${said}, not ${expected}`)
      }
    }
  }
  expect(wrong).toEqual([])
  expect(routes.length * callers.length).toBeGreaterThan(3_000)
})

test('whoever is let in by a link alone has the header and nothing else to thank for it', async () => {
  for (const route of routes.filter(({ needs }) => needs?.endsWith('-link'))) {
    const answer = await ask(route, { headers: byKey(owner.key) })
    expect([route.act, answer.statusCode, codeOf(answer)]).toEqual([route.act, 404, 'link-unknown'])
  }
})

// The operations are everybody's.
function ofThings(): readonly Route[] {
  return routes.filter(({ url }) => /:(?!operation)/.test(url))
}

test('the matrix knows a thing for every parameter, and a body for every act that changes one', () => {
  const names = ofThings().flatMap(({ url }) =>
    [...url.matchAll(/:(\w+)/g)].map(([, name]) => name),
  )
  expect(Object.keys(things.named)).toEqual(expect.arrayContaining(names))
  const changing = ofThings().filter(({ method }) => method !== 'GET' && method !== 'DELETE')
  expect(Object.keys(bodies)).toEqual(expect.arrayContaining(changing.map(({ act }) => act)))
})

test('what belongs to others is as if it did not exist: to another company, and what is one’s own to anybody else', async () => {
  const colleague = await addPerson(here, here.company.id, allPermissions)
  const before = await everything()
  const seen: string[] = []
  for (const route of ofThings()) {
    const isOwn = /:(?:key|session)/.test(route.url) || route.url.includes('/my-rooms')
    for (const stranger of isOwn ? [foreigner, colleague] : [foreigner]) {
      const named = await request(route, stranger, things.named)
      const unknown = await request(route, stranger, {})
      seen.push(`${route.act}: ${named.statusCode}`)
      expect([route.act, withoutIds(named)]).toEqual([route.act, withoutIds(unknown)])
      expect([route.act, named.statusCode]).toEqual([route.act, 404])
      expect([route.act, codeOf(named)]).toEqual([route.act, expect.stringMatching(/-not-found$/)])
    }
  }
  expect(seen.length).toBeGreaterThan(20)
  expect(await everything()).toEqual(before)
})

test('what a body names is as if it did not exist, too', async () => {
  const { mail, batch } = things.named
  const before = await everything()
  for (const act of ['release-mails', 'recall-mails'] as const) {
    const route = routes.find((route) => route.act === act)
    for (const choice of [{ mails: [mail] }, { batch }, { all: true }]) {
      if (route === undefined) throw new Error(`No route stands for ${act}.`)
      const headers = { ...byKey(foreigner.key), 'content-type': 'application/json' }
      const answer = await ask(route, { headers, payload: JSON.stringify(choice) })
      const isNothing = answer.statusCode === 404 || answer.body === '{"mails":0}'
      expect([act, answer.body, isNothing]).toEqual([act, answer.body, true])
    }
  }
  expect(await everything()).toEqual(before)
})

test('whoever owns them is answered, so that the test above has asked for what is there', async () => {
  // What takes others with it comes last: the guests of a room, and who asks.
  for (const route of ofThings().toSorted((a, b) => turn(a) - turn(b))) {
    const answer = await request(route, owner, things.named)
    const refused = [401, 403, 404].includes(answer.statusCode) || answer.statusCode >= 500
    expect([route.act, answer.statusCode, refused]).toEqual([route.act, answer.statusCode, false])
  }
})

function turn({ act, method }: Route): number {
  return ['delete-room', 'delete-key'].indexOf(act) + (method === 'DELETE' ? 2 : 0)
}

function request(route: Route, { key }: Person, named: Readonly<Record<string, string>>) {
  const body = bodies[route.act]
  const json = { 'content-type': 'application/json' }
  return ask(route, {
    named,
    headers: { ...byKey(key), ...(body !== undefined && json) },
    ...(body !== undefined && { payload: JSON.stringify(body) }),
  })
}

/** An answer without what is different each time: the id that was asked for, and that of the request. */
function withoutIds({ statusCode, body, headers }: Answer) {
  const text = body.replaceAll(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, '[id]')
  return { statusCode, type: headers['content-type'], text }
}

/** All that is known of the first company, but for what only tells who was there. */
async function everything(): Promise<unknown> {
  const { rows: tables } = await sql<{ name: string }>`
    select table_name as name from information_schema.columns
    where table_schema = 'public' and column_name = 'company_id'
      and table_name not in ('sessions', 'api_keys', 'audit_log')
    order by 1`.execute(here.db)
  const found: unknown[] = []
  for (const { name } of tables) {
    const { rows } = await sql`
      select t::text as row from ${sql.table(name)} t
      where company_id = ${here.company.id} order by 1`.execute(here.db)
    found.push([name, rows])
  }
  return found
}
