import { request } from 'node:http'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { doors } from '../../src/http/contract/session.ts'
import { createServer } from '../../src/http/server.ts'
import { me } from '../../src/http/contract/me.ts'
import { openBrowser } from './support/browser.ts'
import { read, refused } from './support/read.ts'
import { json, startServer, type TestServer } from './support/start-server.ts'

const example = { name: 'Try out', admin: 'admin@example.org', example: true }

let here: TestServer

beforeAll(async () => {
  here = await startServer({ opensExample: true })
  await createExample(here)
})

afterAll(() => here[Symbol.asyncDispose]())

async function createExample(server: TestServer): Promise<void> {
  const answer = await server.ask('/companies', { ...json('POST', example), key: server.folderKey })
  expect(answer.status).toBe(201)
}

/** What a server says of its doors to a request with these headers. */
async function doorsTo(headers: Readonly<Record<string, string>>): Promise<unknown> {
  const answer = await new Promise<string>((resolve, reject) => {
    const asked = request(`${here.url}/api/v1/session`, { headers }, (reply) => {
      text(reply).then(resolve, reject)
    })
    asked.once('error', reject)
    asked.end()
  })
  return doors.parse(JSON.parse(answer)).example
}

test('the example company is offered, and lets in its administrator without a key', async () => {
  const browser = openBrowser(here)
  const offered = await read(await browser.ask('/session'), doors)
  expect(offered).toMatchObject({ example: { company: 'Try out', email: 'admin@example.org' } })

  const answer = await browser.send('POST', '/session', { example: true })
  expect(answer.status).toBe(201)
  expect(await read(await browser.ask('/me'), me)).toMatchObject({
    email: 'admin@example.org',
    company: { name: 'Try out' },
  })
})

test('it is offered to this machine only, whatever name leads here', async () => {
  const { port } = new URL(here.url)
  const offered = { company: 'Try out', email: 'admin@example.org' }
  for (const host of ['localhost', `localhost:${port}`, `127.0.0.1:${port}`, `[::1]:${port}`]) {
    expect([host, await doorsTo({ host })]).toEqual([host, offered])
  }
  for (const host of ['evil.example', `evil.example:${port}`, 'localhost.evil.example']) {
    expect([host, await doorsTo({ host })]).toEqual([host, null])
  }
})

test('it is not offered through a proxy', async () => {
  const names = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto', 'via']
  for (const name of [...names, 'x-real-ip']) {
    expect([name, await doorsTo({ host: 'localhost', [name]: '192.0.2.1' })]).toEqual([name, null])
  }
})

test('it is not opened to the page of a proxy that asks as if it were this machine', async () => {
  for (const origin of ['https://roster.example.org', 'http://localhost.example.org', 'null']) {
    const browser = openBrowser(here)
    const init = json('POST', { example: true }, { origin })
    const answer = await browser.ask('/session', init)
    expect([origin, ...(await refused(answer))]).toEqual([origin, 401, 'sign-in-required'])
  }
  const { status } = await openBrowser(here).ask('/session', {
    ...json('POST', { example: true }, { origin: here.url }),
  })
  expect(status).toBe(201)
})

test('it is not offered where people reach the server from elsewhere', async () => {
  await using there = await startServer({
    opensExample: true,
    publicUrl: 'https://roster.example.org',
  })
  await createExample(there)
  const browser = openBrowser(there)
  expect(await read(await browser.ask('/session'), doors)).toMatchObject({ example: null })
  const answer = await browser.send('POST', '/session', { example: true })
  expect(await refused(answer)).toEqual([401, 'sign-in-required'])
})

test('where it is not offered, it cannot be asked for either', async () => {
  const browser = openBrowser(here)
  const init = json('POST', { example: true }, { 'x-forwarded-for': '192.0.2.1' })
  const answer = await browser.ask('/session', init)
  expect(await refused(answer)).toEqual([401, 'sign-in-required'])
  expect(browser.cookie).toBeNull()
})

test('its sessions are over where it is no longer open', async () => {
  const browser = openBrowser(here)
  await browser.send('POST', '/session', { example: true })
  await using later = await createServer({ ...here.services, opensExample: false })
  const asked = { url: '/api/v1/me', headers: { cookie: browser.cookie ?? '' } }
  expect((await later.inject(asked)).statusCode).toBe(401)
  expect((await here.server.inject(asked)).statusCode).toBe(200)
})

test('an ordinary server offers no example, whatever companies it has', async () => {
  await using own = await startServer()
  await createExample(own)
  const browser = openBrowser(own)
  expect(await read(await browser.ask('/session'), doors)).toMatchObject({ example: null })
  const answer = await browser.send('POST', '/session', { example: true })
  expect(await refused(answer)).toEqual([401, 'sign-in-required'])
})

test('a company that only bears the name of an example is opened to nobody', async () => {
  await using own = await startServer({ opensExample: true })
  const browser = openBrowser(own)
  expect(await read(await browser.ask('/session'), doors)).toMatchObject({ example: null })
  const answer = await browser.send('POST', '/session', { example: true })
  expect(await refused(answer)).toEqual([401, 'sign-in-required'])
})
