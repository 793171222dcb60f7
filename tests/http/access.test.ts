import cookie from '@fastify/cookie'
import rateLimit from '@fastify/rate-limit'
import fastify from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { newId } from '../../src/domain/id.ts'
import { guard } from '../../src/http/guard.ts'
import { createdCompany } from '../../src/http/contract/company.ts'
import { createdKey } from '../../src/http/contract/key.ts'
import { openBrowser } from './support/browser.ts'
import { read, refusal, refused } from './support/read.ts'
import { registeredRoutes, type Registered } from './support/registered-routes.ts'
import { json, startServer, type TestCompany, type TestServer } from './support/start-server.ts'

let here: TestServer
let powerless: string
let foreign: TestCompany
let registered: readonly Registered[]

beforeAll(async () => {
  here = await startServer()
  powerless = await here.addUser(here.company.id, 'nobody@example.example')
  foreign = await here.addCompany('Other')
  registered = await registeredRoutes(here.services)
})

afterAll(() => here[Symbol.asyncDispose]())

async function call(
  { method, url }: Registered,
  key: string | null,
  headers: Readonly<Record<string, string>> = {},
): Promise<Response> {
  const path = url.replace(':batch', newId()).replace(':row', '1')
  const init = method === 'GET' ? { headers } : json(method, {}, headers)
  return here.ask(path.replace('/api/v1', ''), { ...init, key })
}

test('every route stands for an act', () => {
  expect(registered.length).toBeGreaterThan(25)
  expect(registered.filter(({ act }) => act === undefined)).toEqual([])
})

test('only the pages, the health, the operations, the description of the API and the doors are public', () => {
  const open = registered.filter(({ needs }) => needs === 'public')
  expect(open.map(({ url }) => url).toSorted()).toEqual([
    '/api/problems',
    '/api/v1/openapi.json',
    '/api/v1/operations',
    '/api/v1/password-links',
    '/api/v1/session',
    '/api/v1/session',
    '/api/v1/single-sign-on',
    '/api/v1/single-sign-on/return',
    '/health',
    '/ready',
  ])
})

test('a route that stands for no act cannot be registered', async () => {
  const server = fastify().withTypeProvider<ZodTypeProvider>()
  await server.register(cookie)
  await server.register(rateLimit, { global: false })
  guard(server, here.services, '/docs')

  expect(() => server.get('/forgotten', () => 'open to all')).toThrow(
    'The route GET /forgotten stands for no act.',
  )
  expect(() => server.get('/documented', () => 'open to all')).toThrow('stands for no act')
  server.get('/said', { config: { act: 'list-users' } }, () => 'for some')
  expect((await server.inject('/said')).statusCode).not.toBe(200)
})

test('whoever proves nothing is asked to', async () => {
  const answer = await here.ask('/users', { key: null })
  expect(await refused(answer)).toEqual([401, 'sign-in-required'])
  expect(answer.headers.get('www-authenticate')).toBe('Bearer realm="roster"')
})

test('a page of another site changes nothing, whoever is signed in', async () => {
  const browser = openBrowser(here)
  await browser.send('POST', '/session', { key: here.company.key })
  const changing = registered.filter(({ method }) => method !== 'GET')
  expect(changing.length).toBeGreaterThan(15)
  for (const route of changing) {
    const headers = { cookie: browser.cookie ?? '', 'sec-fetch-site': 'cross-site' }
    const answer = await call(route, null, headers)
    const says = [route.method, route.url, ...(await refused(answer))]
    expect(says).toEqual([route.method, route.url, 403, 'cross-site-request'])
  }
})

test('an administrator may not act on the installation', async () => {
  const answer = await here.ask('/companies', json('POST', { name: 'X', admin: 'x@x.example' }))
  expect(await refused(answer)).toEqual([403, 'permission-required'])
})

test('a list shows nothing of another company', async () => {
  await here.ask('/rooms', json('POST', { name: 'Ours' }))
  const lists = { users: 1, rooms: 0, guests: 0, mails: 0, batches: 0 }
  for (const [name, count] of Object.entries(lists)) {
    const answer = await here.ask(`/${name}`, { key: foreign.key })
    const page = await read(answer, z.looseObject({ [name]: z.array(z.unknown()) }))
    expect([name, page[name]?.length]).toEqual([name, count])
  }
})

function as(headers: Readonly<Record<string, string>>, path = '/me'): Promise<Response> {
  return here.ask(path, { key: here.folderKey, headers })
}

describe('the folder key', () => {
  test('speaks for the first administrator of the first company', async () => {
    expect(await (await as({})).json()).toMatchObject({
      email: here.company.admin,
      company: { id: here.company.id, name: 'Example' },
      permissions: ['manage-company-settings'],
    })
  })

  test('speaks for whom it names, however the address is written', async () => {
    const name = encodeURIComponent('Nobody@EXAMPLE.example')
    expect(await (await as({ 'roster-as': name })).json()).toMatchObject({
      email: 'nobody@example.example',
      permissions: [],
    })
    expect((await as({ 'roster-as': name }, '/users')).status).toBe(403)
  })

  test('names the company and the user that do not exist', async () => {
    const company = await as({ 'roster-company': encodeURIComponent('Müller & Söhne') })
    expect(await refused(company)).toEqual([404, 'company-not-found'])
    const user = await as({ 'roster-as': 'gone@example.org' })
    expect((await refusal(user)).title).toBe('There is no user gone@example.org.')
  })

  test('does not let an API key act as somebody else', async () => {
    const headers = { 'roster-as': here.company.admin, 'roster-company': 'Other' }
    const answer = await here.ask('/me', { key: powerless, headers })
    expect(await answer.json()).toMatchObject({ email: 'nobody@example.example' })
  })

  test('creates a company whose administrator can sign in with the key that is shown', async () => {
    const body = { name: ' Größe  ', admin: 'chef@größe.example', language: 'de' }
    const answer = await here.ask('/companies', { ...json('POST', body), key: here.folderKey })
    const created = await read(answer, createdCompany)

    expect(answer.status).toBe(201)
    expect(created).toMatchObject({ company: { name: 'Größe', language: 'de' }, admin: body.admin })
    expect(await (await here.ask('/me', { key: created.key })).json()).toMatchObject({
      email: 'chef@größe.example',
      permissions: ['manage-company-settings'],
    })
    const again = await here.ask('/companies', { ...json('POST', body), key: here.folderKey })
    expect(await refused(again)).toEqual([409, 'company-exists'])
  })

  test('creates nothing for an address that is none', async () => {
    const body = { name: 'Nowhere', admin: 'nobody at all' }
    const answer = await here.ask('/companies', { ...json('POST', body), key: here.folderKey })
    expect(await refused(answer)).toEqual([400, 'invalid-request'])
    expect((await as({ 'roster-company': 'Nowhere' })).status).toBe(404)
  })
})

describe('keys', () => {
  test('are created for oneself, and only their hash is kept', async () => {
    const answer = await here.ask('/keys', { ...json('POST', { name: 'laptop' }), key: powerless })
    const { id, key } = await read(answer, createdKey)

    expect(answer.status).toBe(201)
    expect(key).toMatch(/^roster_[\w-]{64}$/)
    expect((await here.ask('/me', { key })).status).toBe(200)
    const stored = await here.db.selectFrom('api_keys').selectAll().where('id', '=', id).execute()
    expect(JSON.stringify(stored)).not.toContain(key)
    expect(stored[0]?.secret_hash.length).toBe(32)
  })

  test('remember when they were last used, at most once a minute', async () => {
    const used = () =>
      here.db
        .selectFrom('api_keys')
        .select('last_used_at')
        .where('user_id', '=', here.company.adminId)
        .executeTakeFirstOrThrow()
    await here.ask('/me')
    const first = await used()
    await here.ask('/me')

    expect(first.last_used_at).toBeInstanceOf(Date)
    expect(await used()).toEqual(first)
  })

  test('are worth nothing once their user is gone', async () => {
    const key = await here.addUser(here.company.id, 'leaver@example.example')
    await here.db.deleteFrom('users').where('email', '=', 'leaver@example.example').execute()
    expect((await here.ask('/me', { key })).status).toBe(401)
  })
})

test('who fails too often is slowed down; who shows a valid key is not', async () => {
  await using own = await startServer()
  const statuses = new Set<number>()
  for (let attempt = 0; attempt < 310; attempt++) {
    statuses.add((await own.ask('/me', { key: 'wrong' })).status)
  }
  expect([...statuses]).toEqual([401, 429])
  const refused = await own.ask('/me', { key: 'wrong' })
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
  expect((await own.ask('/me')).status).toBe(200)
})
