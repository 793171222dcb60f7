import { Pool } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { connect } from '../../src/directory/connect.ts'
import { draft, verify } from '../support/batch.ts'
import { openBrowser } from './support/browser.ts'
import { refused } from './support/read.ts'
import { startServer, type TestServer } from './support/start-server.ts'

const token = 'a-token-for-prometheus'
let here: TestServer

beforeAll(async () => {
  here = await startServer({ metricsToken: token })
})

afterAll(() => here[Symbol.asyncDispose]())

function ask(key: string | null): Promise<Response> {
  const headers = key === null ? {} : { authorization: `Bearer ${key}` }
  return fetch(`${here.url}/metrics`, { headers })
}

test('who watches over the server sees them, and who may read the data folder; an administrator does not', async () => {
  for (const key of [token, here.folderKey]) {
    const answer = await ask(key)
    expect([answer.status, answer.headers.get('content-type')]).toEqual([
      200,
      'text/plain; version=0.0.4; charset=utf-8',
    ])
  }
  expect(await refused(await ask(here.company.key))).toEqual([403, 'permission-required'])
  expect(await refused(await ask(null))).toEqual([401, 'sign-in-required'])
  expect(await refused(await ask(`${token}x`))).toEqual([401, 'sign-in-required'])
})

test('they tell of answers, sign-ins, connections, batches and the version, and of nobody', async () => {
  const browser = openBrowser(here)
  await browser.send('POST', '/session', { key: here.company.key })
  await browser.send('POST', '/session', { key: 'roster_nobody' })
  const { id, admin, adminId: userId } = here.company
  const company = {
    ...here,
    id,
    admin: { companyId: id, userId, email: admin, language: 'en' },
  } as const
  const batch = await verify(company, await draft(company, 'delete-users', ['ada@example.org']))
  await here.ask(`/batches/${batch.id}/rows`)
  await here.ask(`/users?search=lovelace`)
  const text = await (await ask(token)).text()

  for (const line of [
    'roster_http_request_duration_seconds_count{method="GET",route="/api/v1/batches/:batch/rows",status="2xx"} 1',
    'roster_sign_ins_total{outcome="opened"} 1',
    'roster_sign_ins_total{outcome="refused"} 1',
    'roster_version_info{version="1.2.3"} 1',
    'roster_database_up 1',
    'roster_database_connections{state="waiting"} 0',
    'roster_mails{state="queued"} 0',
    'roster_rows_executed{state="done"} 0',
  ]) {
    expect(text.split('\n')).toContain(line)
  }
  expect(text).toMatch(/^process_cpu_seconds_total /m)
  for (const secret of [
    batch.id,
    id,
    userId,
    admin,
    'ada@',
    'lovelace',
    'Example',
    here.company.key,
  ]) {
    expect(text).not.toContain(secret)
  }
})

test('a database that is away leaves the rest', async () => {
  const nowhere = new Pool({ host: '127.0.0.1', port: 1 })
  await using lost = await startServer({ metricsToken: token, db: connect(nowhere) })
  const answer = await fetch(`${lost.url}/metrics`, {
    headers: { authorization: `Bearer ${token}` },
  })
  expect(answer.status).toBe(200)
  expect(await answer.text()).toContain('roster_database_up 0')
})
