import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser, type Browser } from './support/browser.ts'
import { refusal, refused } from './support/read.ts'
import { json, startServer, type TestServer } from './support/start-server.ts'

let here: TestServer
let browser: Browser

beforeAll(async () => {
  here = await startServer()
  browser = openBrowser(here)
  await browser.send('POST', '/session', { key: here.company.key })
})

afterAll(() => here[Symbol.asyncDispose]())

/** Changes something with the cookie, as if the browser had said these headers. */
function change(headers: Readonly<Record<string, string>>): Promise<Response> {
  const cookie = browser.cookie ?? ''
  const init = json('PATCH', { language: 'de' }, { cookie, ...headers })
  return here.ask('/company', { ...init, key: null })
}

test.each(['same-origin', 'none'])(
  'a change by cookie is heard where the browser says %s',
  async (site) => {
    expect((await change({ 'sec-fetch-site': site })).status).toBe(200)
  },
)

test('a change by cookie is heard where the origin is the address that was asked', async () => {
  expect((await change({ origin: here.url })).status).toBe(200)
  expect((await change({ origin: here.services.publicUrl })).status).toBe(200)
})

test.each([
  { 'sec-fetch-site': 'cross-site' },
  { 'sec-fetch-site': 'same-site' },
  { 'sec-fetch-site': 'cross-site', origin: 'http://localhost:3000' },
  { origin: 'https://evil.example' },
  { origin: 'http://127.0.0.1:1' },
  { origin: 'null' },
  {},
])('a change by cookie is refused with %j', async (headers) => {
  const answer = await change(headers)
  expect(await refused(answer)).toEqual([403, 'cross-site-request'])
})

test('a change by cookie is refused however else a browser was made to name somebody', async () => {
  const answer = await change({ authorization: 'Basic YTpi', 'sec-fetch-site': 'cross-site' })
  expect(await refused(answer)).toEqual([403, 'cross-site-request'])
})

test('the refusal says what to do', async () => {
  const { title } = await refusal(await change({ origin: 'https://evil.example' }))
  expect(title).toContain('Open Roster at its own address')
})

test('a key needs no proof of where it comes from, nor does who only reads', async () => {
  const authorization = `Bearer ${here.company.key}`
  expect((await change({ authorization, 'sec-fetch-site': 'cross-site' })).status).toBe(200)
  const read = { headers: { 'sec-fetch-site': 'cross-site' } }
  expect((await browser.ask('/me', read)).status).toBe(200)
})

test('a foreign page cannot sign somebody in either', async () => {
  const shown = { key: here.company.key }
  const init = json('POST', shown, { 'sec-fetch-site': 'cross-site' })
  const answer = await here.ask('/session', { ...init, key: null })
  expect(await refused(answer)).toEqual([403, 'cross-site-request'])
  expect((await here.ask('/session', { ...json('POST', shown), key: null })).status).toBe(201)
})
