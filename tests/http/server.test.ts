import { once } from 'node:events'
import net from 'node:net'
import { promisify } from 'node:util'
import { Pool } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { connect } from '../../src/directory/connect.ts'
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

test('without its database it is alive, but not ready', async () => {
  const nowhere = new Pool({ host: '127.0.0.1', port: 1 })
  await using lost = await startServer({ db: connect(nowhere) })
  expect((await fetch(`${lost.url}/health`)).status).toBe(200)
  const answer = await fetch(`${lost.url}/ready`)
  expect([answer.status, await answer.json()]).toEqual([
    503,
    { status: 'unavailable', version: '1.2.3' },
  ])
})

test('while it is stopping it is not ready', async () => {
  await using ending = await startServer()
  const socket = net.connect(Number(new URL(ending.url).port), '127.0.0.1').setEncoding('utf8')
  await once(socket, 'connect')
  // A request that is on its way is waited for.
  socket.write('GET /ready HTTP/1.1\r\nHost: localhost\r\n')
  await expect.poll(() => connectionsOf(ending)).toBe(1)
  const closed = ending.server.close()
  socket.write('\r\n')
  const [answer] = await once(socket, 'data')
  expect(answer).toMatch(/^HTTP\/1\.1 503 /)
  socket.destroy()
  await closed
})

function connectionsOf({ server }: TestServer): Promise<number> {
  return promisify(server.server.getConnections.bind(server.server))()
}

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
