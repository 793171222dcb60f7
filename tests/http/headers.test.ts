import { afterAll, beforeAll, expect, test } from 'vitest'
import { batch } from '../../src/http/contract/batch.ts'
import { openBrowser } from './support/browser.ts'
import { read } from './support/read.ts'
import { json, startServer, type TestServer } from './support/start-server.ts'

let here: TestServer

beforeAll(async () => {
  here = await startServer({ publicUrl: 'https://roster.example.org' })
})

afterAll(() => here[Symbol.asyncDispose]())

async function answers(): Promise<readonly (readonly [string, Response])[]> {
  const drafted = await here.ask('/batches', json('POST', { operation: 'delete-users', text: 'x' }))
  const { batch: id } = await read(drafted, batch)
  return [
    ['a page', await fetch(`${here.url}/`)],
    ['the documentation', await fetch(`${here.url}/api/docs/`)],
    ['the problems', await fetch(`${here.url}/api/problems`)],
    ['the API', await here.ask('/me')],
    ['a download', await here.ask(`/batches/${id}/report`)],
    ['a person’s data', await here.ask('/me/data')],
    ['a template', await here.ask('/operations/invite-users/template')],
    ['a refusal', await here.ask('/me', { key: null })],
    ['what does not exist', await fetch(`${here.url}/nothing`)],
    ['the health', await fetch(`${here.url}/health`)],
  ]
}

test('every answer tells browsers what they must not do with it', async () => {
  for (const [name, { headers }] of await answers()) {
    const said = Object.fromEntries(headers)
    expect([name, said]).toEqual([
      name,
      expect.objectContaining({
        'content-security-policy': expect.stringMatching(
          /^default-src 'none'(?!.*(?:unsafe-eval|\*)).*base-uri 'none'.*frame-ancestors 'none'/,
        ),
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'DENY',
        'referrer-policy': 'no-referrer',
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-resource-policy': 'same-origin',
        'permissions-policy': expect.stringContaining('microphone=()'),
        'strict-transport-security': 'max-age=31536000',
      }),
    ])
    expect([name, said]).not.toEqual([name, expect.objectContaining({ server: expect.anything() })])
    expect(Object.keys(said)).not.toContain('x-powered-by')
    expect(Object.keys(said)).not.toContain('access-control-allow-origin')
  }
})

test.each(['/api/v1/rooms/%ff', `/api/v1/rooms/${'x'.repeat(300)}`])(
  'so does that to an address that no route could have: %s',
  async (address) => {
    const { status, headers } = await fetch(`${here.url}${address}`)
    expect(status).toBe(400)
    expect(Object.fromEntries(headers)).toMatchObject({
      'content-security-policy': expect.stringMatching(
        /^default-src 'none'.*base-uri 'none'.*frame-ancestors 'none'/,
      ),
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'no-referrer',
    })
  },
)

test('what the API says is kept by no cache', async () => {
  for (const [name, { headers, url }] of await answers()) {
    if (!url.includes('/api/v1/')) continue
    expect([name, headers.get('cache-control')]).toEqual([name, 'no-store'])
  }
})

test('by https, a cookie bears a name that no other site can set, and none without it counts', async () => {
  const browser = openBrowser(here)
  const answer = await browser.send('POST', '/session', { key: here.company.key })
  const [cookie = ''] = answer.headers.getSetCookie()
  expect(cookie).toMatch(/^__Host-roster_session=.+; Path=\/; HttpOnly; Secure; SameSite=Strict$/)
  expect((await browser.ask('/me')).status).toBe(200)

  const value = cookie.slice('__Host-roster_session='.length).split(';')[0]
  for (const name of ['roster_session', '__Secure-roster_session']) {
    const planted = { cookie: `${name}=${value}`, 'sec-fetch-site': 'same-origin' }
    const told = await here.ask('/me', { key: null, headers: planted })
    expect([name, told.status]).toEqual([name, 401])
  }
  const out = await browser.send('DELETE', '/session')
  expect(out.headers.getSetCookie()[0]).toMatch(/^__Host-roster_session=;.*; Secure/)
  expect(browser.cookie).toBeNull()
})

test('where people come by http, nothing is promised about https', async () => {
  await using plain = await startServer()
  const { headers } = await fetch(`${plain.url}/health`)
  expect(headers.get('strict-transport-security')).toBeNull()
})
