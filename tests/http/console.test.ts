import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startServer, type TestServer } from './support/start-server.ts'

let folder: string
let here: TestServer

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'roster-console-'))
  await mkdir(path.join(folder, 'assets'))
  const html = '<!doctype html><meta name="csp-nonce" content="%nonce%"><title>Console</title>'
  await writeFile(path.join(folder, 'index.html'), html)
  await writeFile(path.join(folder, 'favicon.svg'), '<svg/>')
  await writeFile(path.join(folder, 'assets', 'main-1a2b.js'), 'export {}')
  await writeFile(path.join(folder, 'assets', 'main-1a2b.js.br'), 'compressed')
  here = await startServer({ consoleFolder: folder })
})

afterAll(async () => {
  await here[Symbol.asyncDispose]()
  await rm(folder, { recursive: true })
})

const browser = { headers: { accept: 'text/html,*/*' } }

test('every page is the console, with a policy that allows no script in the page itself', async () => {
  for (const address of ['/', '/batch-operations', '/rooms/1', '/sign-in?back=%2Fusers']) {
    const answer = await fetch(here.url + address, browser)
    const policy = answer.headers.get('content-security-policy') ?? ''
    const [, nonce] = /'nonce-([^']+)'/u.exec(policy) ?? []

    expect([address, answer.status]).toEqual([address, 200])
    expect(policy).toContain("script-src 'self';")
    expect(policy).not.toContain('unsafe')
    expect(await answer.text()).toContain(`content="${nonce}"`)
  }
})

test('the nonce of the styles is another one each time', async () => {
  const policies = [await fetch(`${here.url}/`, browser), await fetch(`${here.url}/`, browser)]
  const [first, second] = policies.map(({ headers }) => headers.get('content-security-policy'))
  expect(first).not.toBe(second)
})

test('its files are sent as they were compressed, and kept by the browser', async () => {
  const answer = await fetch(`${here.url}/assets/main-1a2b.js`, {
    headers: { 'accept-encoding': 'br' },
  })
  expect(answer.status).toBe(200)
  expect(answer.headers.get('content-encoding')).toBe('br')
  expect(answer.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
})

test('nothing outside its folder is sent', async () => {
  for (const name of ['..%2findex.html', '..%2f..%2fpackage.json', '%2e%2e%2fpackage.json']) {
    const answer = await fetch(`${here.url}/assets/${name}`)
    expect([name, answer.status]).not.toEqual([name, 200])
  }
})

test('where there is no page, the console says so to people, and the API to programs', async () => {
  const page = await fetch(`${here.url}/nowhere`, browser)
  expect([page.status, await page.text()]).toEqual([404, expect.stringContaining('Console')])

  for (const address of ['/nowhere', '/api/v1/nowhere', '/assets/nothing.js']) {
    const answer = await fetch(here.url + address, { headers: { accept: 'application/json' } })
    expect(answer.status).toBe(404)
    expect(await answer.json()).toMatchObject({ code: 'not-found' })
  }
})
