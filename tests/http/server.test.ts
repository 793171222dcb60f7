import { afterAll, beforeAll, expect, test } from 'vitest'
import { startServer, type TestServer } from './support/start-server.ts'

let here: TestServer

beforeAll(async () => {
  here = await startServer()
})

afterAll(() => here[Symbol.asyncDispose]())

test('the first page says what runs here, and may load nothing but its own style', async () => {
  const answer = await fetch(`${here.url}/`)
  const html = await answer.text()

  expect(answer.status).toBe(200)
  expect(html).toContain('Invite users')
  expect(html).toContain('href="/api/docs"')
  expect(answer.headers.get('content-security-policy')).toMatch(/^default-src 'none'/)
  expect(answer.headers.get('content-security-policy')).not.toContain('unsafe-inline')
})

test('it is alive and ready', async () => {
  for (const path of ['/health', '/ready']) {
    const answer = await fetch(here.url + path)
    expect([answer.status, await answer.json()]).toEqual([200, { status: 'ok', version: '1.2.3' }])
  }
})

test('an unknown address is a problem like any other', async () => {
  for (const path of ['/nothing', '/api/v1/nothing', '/api/v1/batches/x/y/z']) {
    const answer = await fetch(here.url + path)
    expect(answer.status).toBe(404)
    expect(answer.headers.get('content-type')).toBe('application/problem+json; charset=utf-8')
    expect(await answer.json()).toMatchObject({ code: 'not-found', status: 404 })
  }
})

test('the documentation asks for nothing from elsewhere', async () => {
  const page = await fetch(`${here.url}/api/docs/`)
  const html = await page.text()
  const csp = page.headers.get('content-security-policy') ?? ''

  expect(page.status).toBe(200)
  expect(csp).toContain("script-src 'self'")
  expect(csp).not.toMatch(/script-src[^;]*unsafe|https:/)
  for (const [, address] of html.matchAll(/(?:src|href)="([^"]+)"/g)) {
    const asset = await fetch(new URL(address ?? '', `${here.url}/api/docs/`))
    expect([address, asset.status]).toEqual([address, 200])
    expect(new URL(asset.url).host).toBe(new URL(here.url).host)
  }
})
