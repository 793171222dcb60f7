import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '../../src/domain/id.ts'
import { guestPage } from '../../src/http/contract/directory.ts'
import * as contract from '../../src/http/contract/mail.ts'
import { batch } from '../../src/http/contract/batch.ts'
import { read, refused } from './support/read.ts'
import { json, startServer, type TestServer } from './support/start-server.ts'

let here: TestServer

beforeAll(async () => {
  here = await startServer()
  for (const name of ['Room <1>', 'Room 2']) await here.ask('/rooms', json('POST', { name }))
  await execute('invite-users', 'ada@example.org,Ada,Lovelace\nalan@example.org,Alan,Turing')
  await execute('invite-guests', 'gwen@example.org,Gwen Guest,"Room <1>,Room 2",Guest,True')
})

afterAll(() => here[Symbol.asyncDispose]())

async function execute(operation: string, text: string): Promise<void> {
  const drafted = await here.ask('/batches', json('POST', { operation, text }))
  const path = `/batches/${(await read(drafted, batch)).batch}`
  const { digest } = await read(await here.ask(`${path}/verification`, { method: 'POST' }), batch)
  const confirm = operation === 'delete-users' ? { deletions: 1 } : {}
  await here.ask(`${path}/execution`, json('POST', { digest, confirm }))
  expect(await (await here.ask(`${path}/events`)).text()).toContain('"state":"done"')
}

async function mails(query = ''): Promise<readonly contract.Mail[]> {
  const page = await read(await here.ask(`/mails?${query}`), contract.mailPage)
  expect(page.total).toBe(page.mails.length)
  return page.mails
}

async function mailTo(address: string): Promise<contract.MailContent> {
  const [mail] = await mails(`search=${encodeURIComponent(address)}`)
  return read(await here.ask(`/mails/${mail?.id}`), contract.mailContent)
}

test.each([
  ['search=ADA@', ['ada@example.org']],
  ['search=alan%20tur', ['alan@example.org']],
  ['search=GWEN%20g', ['gwen@example.org']],
  ['search=firstName', []],
  ['kind=guest', ['gwen@example.org']],
  ['kind=invitation&state=queued', ['ada@example.org', 'alan@example.org']],
  ['state=sent', []],
])('the outbox with %s shows those mails', async (query, recipients) => {
  expect((await mails(query)).map(({ to }) => to).toSorted()).toEqual(recipients)
})

test('a page of the outbox says how many mails there are on all pages', async () => {
  const first = await read(await here.ask('/mails?limit=2'), contract.mailPage)
  const second = await read(
    await here.ask(`/mails?limit=2&cursor=${first.next}`),
    contract.mailPage,
  )
  expect([first.total, second.total, second.mails.length, second.next]).toEqual([3, 3, 1, null])
})

test('a mail is shown as its recipient gets it, with its links', async () => {
  const mail = await mailTo('gwen')
  expect(mail).toMatchObject({
    to: 'gwen@example.org',
    state: 'queued',
    from: 'Example <roster@example.org>',
    subject: 'Your guest links for 2 rooms at Example',
  })
  expect(mail.html).toContain('Room &lt;1&gt;')
  expect(mail.links.map(({ room, opens }) => [room, opens])).toEqual([
    ['Room <1>', true],
    ['Room 2', true],
  ])
  const guests = await read(await here.ask('/guests'), guestPage)
  expect(mail.links.map(({ link }) => link).toSorted()).toEqual(
    guests.guests.map(({ link }) => link).toSorted(),
  )
  for (const { link } of mail.links) {
    expect(mail.text).toContain(link)
    expect(mail.html).toContain(link)
    expect(here.log.join('\n')).not.toContain(link)
  }
})

test('the HTML of a mail is looked at where nothing acts, loads or leads anywhere', async () => {
  const { id, html } = await mailTo('gwen')
  const answer = await here.ask(`/mails/${id}/html`)
  const says = (header: string) => answer.headers.get(header)

  expect(answer.status).toBe(200)
  expect(says('content-type')).toBe('text/html; charset=utf-8')
  expect(says('cache-control')).toBe('no-store')
  expect(says('x-content-type-options')).toBe('nosniff')
  expect(says('referrer-policy')).toBe('no-referrer')
  expect(says('x-frame-options')).toBe('SAMEORIGIN')
  expect(says('content-security-policy')?.split('; ')).toEqual([
    'sandbox',
    "default-src 'none'",
    "style-src 'unsafe-inline'",
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'self'",
  ])
  const [before, behind] = html.split('<head>')
  expect(await answer.text()).toBe(`${before}<head>\n<base target="_blank">${behind}`)
})

test('the link of an invitation opens until it has ended, was replaced, or its user is gone', async () => {
  const opens = async () => (await mailTo('ada')).links.map(({ room, opens }) => [room, opens])
  expect(await opens()).toEqual([[null, true]])

  const issued = `update invitations set issued_at = issued_at`
  await sql`${sql.raw(issued)} - interval '1 second'`.execute(here.db)
  expect(await opens()).toEqual([[null, false]])
  await sql`${sql.raw(issued)} + interval '1 second'`.execute(here.db)
  expect(await opens()).toEqual([[null, true]])

  await execute('delete-users', 'ada@example.org')
  const { state, links, text } = await mailTo('ada')
  expect([state, links.map(({ opens }) => opens)]).toEqual(['withdrawn', [false]])
  expect(text).toContain('Hello Ada')
})

test('a mail of another company, or none, is as if it did not exist', async () => {
  const { id } = await mailTo('gwen')
  const { key } = await here.addCompany('Other')
  for (const [mail, as] of [
    [id, key],
    [newId(), here.company.key],
    ['x', here.company.key],
  ] as const) {
    for (const address of [`/mails/${mail}`, `/mails/${mail}/html`]) {
      const answer = await here.ask(address, { key: as })
      expect(await refused(answer)).toEqual([404, 'mail-not-found'])
    }
  }
})
