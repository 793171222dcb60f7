import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { batch } from '../../src/http/contract/batch.ts'
import { createdKey } from '../../src/http/contract/key.ts'
import { guestPage, room, userPage } from '../../src/http/contract/directory.ts'
import { openBrowser } from './support/browser.ts'
import { form } from './support/form.ts'
import { read } from './support/read.ts'
import { json, startServer, type TestServer } from './support/start-server.ts'

let here: TestServer
/** What nobody may find in the log. */
const hidden: string[] = []

beforeAll(async () => {
  here = await startServer({ metricsToken: 'the-token-of-who-watches' })
  hidden.push(here.company.key, here.company.admin, here.folderKey, 'the-token-of-who-watches')
})

afterAll(() => here[Symbol.asyncDispose]())

function hide(text: string): string {
  hidden.push(text)
  return text
}

const person = hide('marie.secret@example.org')
const name = hide('Sklodowska')
const guest = hide('pierre.secret@example.org')
const roomName = hide('Radium Institute')
const password = hide('polonium and radium 1898')

test('at the level trace, the log of a day’s work names no person, no room and no secret', async () => {
  await administrate()
  await getIn()
  await beRefused()
  await breakDown()
  const log = here.log.join('\n')

  expect(here.log.length).toBeGreaterThan(40)
  expect(log).toContain('/api/v1/batches/:batch/execution')
  expect(log).toContain('something_unexpected_check')
  for (const secret of hidden) {
    expect([secret, log.toLowerCase().includes(secret.toLowerCase())]).toEqual([secret, false])
  }
})

async function administrate(): Promise<void> {
  await read(await here.ask('/rooms', json('POST', { name: roomName })), room)
  await execute(
    form(
      { operation: 'invite-and-assign-users' },
      `${person},Marie,${name},${roomName},Admin`,
      `${name}.csv`,
    ),
  )
  await execute(
    form({ operation: 'invite-guests' }, `${guest},Pierre ${name},${roomName},Guest,True`),
  )
  for (const path of [
    `/users?search=${name}`,
    `/rooms?search=${encodeURIComponent(roomName)}`,
    `/guests?search=${guest}`,
    `/mails?search=${person}`,
    '/me/data',
    '/audit-log',
    '/company',
  ]) {
    expect([path, (await here.ask(path)).status]).toEqual([path, 200])
  }
  const { key } = await read(await here.ask('/keys', json('POST', { name })), createdKey)
  await here.ask('/me', { key: hide(key) })
  await here.ask('/me', json('PATCH', { lastName: name }))
  await here.ask('/users', { key: here.folderKey, headers: { 'roster-as': person } })
}

async function execute(body: FormData): Promise<void> {
  const headers = { 'idempotency-key': `${name}-${hidden.length}` }
  hide(headers['idempotency-key'])
  const drafted = await here.ask('/batches', { method: 'POST', body, headers })
  const { batch: id } = await read(drafted, batch)
  const act = (path: string, said: unknown) =>
    here.ask(`/batches/${id}/${path}`, json('POST', said))
  const { digest } = await read(await act('verification', {}), batch)
  await read(await act('execution', { digest }), batch)
  await (await here.ask(`/batches/${id}/events`)).text()
  await (await here.ask(`/batches/${id}/report`)).text()
  await here.ask(`/batches/${id}/rows?search=${name}`)
}

async function getIn(): Promise<void> {
  const { users } = await read(await here.ask(`/users?search=${person}`), userPage)
  const { rows } = await sql<{ issuedAt: Date }>`
    select issued_at as "issuedAt" from invitations where user_id = ${users[0]?.id}`.execute(
    here.db,
  )
  const link = here.services.links.invitation(
    here.company.id,
    users[0]?.id ?? '',
    rows[0]?.issuedAt ?? new Date(),
  )
  await followLink('/invitation', link, {
    firstName: 'Marie',
    lastName: name,
    language: 'en',
    password,
  })
  const { guests } = await read(await here.ask('/guests'), guestPage)
  await followLink('/guest-room', guests[0]?.link ?? '')
  const browser = openBrowser(here)
  for (const tried of [hide('not her password'), password]) {
    await browser.send('POST', '/session', { email: person, password: tried })
  }
  expect((await browser.ask('/my-rooms')).status).toBe(200)
  hide(browser.cookie?.split('=')[1] ?? '')
  await browser.send('POST', '/password-links', { email: person })
  await browser.send('DELETE', '/session')
}

async function followLink(path: string, link: string, body?: object): Promise<void> {
  const token = hide(link.slice(link.lastIndexOf('/') + 1))
  const headers = { 'roster-link': token, 'sec-fetch-site': 'same-origin' }
  expect((await here.ask(path, { key: null, headers })).status).toBe(200)
  if (body !== undefined) {
    const accepted = await here.ask(path, { ...json('POST', body, headers), key: null })
    expect(accepted.status).toBe(201)
    for (const set of accepted.headers.getSetCookie()) hide(set.split(';')[0]?.split('=')[1] ?? '')
  }
}

async function beRefused(): Promise<void> {
  for (const path of [
    `/users/${person}`,
    `/batches/${person}`,
    `/${name}`,
    `/rooms?limit=${name}`,
  ]) {
    expect((await here.ask(path)).status).toBeGreaterThanOrEqual(400)
  }
  await here.ask('/me', { key: hide(`roster_${'s'.repeat(64)}`) })
  await here.ask('/session', {
    ...json('POST', { key: hide(`roster_${'t'.repeat(64)}`) }),
    key: null,
  })
  await here.ask('/rooms', {
    method: 'POST',
    body: `{"name": "${roomName}`,
    headers: { 'content-type': 'application/json' },
  })
  await fetch(`${here.url}/${name}%zz`)
}

// PostgreSQL tells the whole row that breaks a rule.
async function breakDown(): Promise<void> {
  await sql`alter table users add constraint something_unexpected_check
    check (last_name <> ${sql.lit(`${name}2`)})`.execute(here.db)
  const answer = await here.ask('/me', json('PATCH', { lastName: `${name}2` }))
  expect(answer.status).toBe(500)
}
