import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { newId } from '../../src/domain/id.ts'
import { batch } from '../../src/http/contract/batch.ts'
import * as contract from '../../src/http/contract/mail.ts'
import { read, refusal, refused } from './support/read.ts'
import { json, startServer, type TestServer } from './support/start-server.ts'

let here: TestServer

beforeAll(async () => {
  here = await startServer({ sendsMail: true })
  await here.ask('/rooms', json('POST', { name: 'Room 1' }))
})

beforeEach(async () => {
  await sql`delete from mails`.execute(here.db)
  await sql`delete from users where status = 'invited'`.execute(here.db)
})

afterAll(() => here[Symbol.asyncDispose]())

async function execute(text: string, holdMails: boolean): Promise<string> {
  const body = { operation: 'invite-users', text }
  const drafted = await here.ask('/batches', json('POST', body))
  const { batch: id } = await read(drafted, batch)
  const path = `/batches/${id}`
  const { digest } = await read(await here.ask(`${path}/verification`, { method: 'POST' }), batch)
  const executed = await here.ask(`${path}/execution`, json('POST', { digest, holdMails }))
  expect((await read(executed, batch)).holdsMails).toBe(holdMails)
  expect(await (await here.ask(`${path}/events`)).text()).toContain('"state":"done"')
  return id
}

async function mails(query = ''): Promise<readonly contract.Mail[]> {
  return (await read(await here.ask(`/mails?${query}`), contract.mailPage)).mails
}

async function states(query = ''): Promise<Readonly<Record<string, string>>> {
  const listed = await mails(query)
  return Object.fromEntries(listed.map(({ to, state }) => [to.split('@')[0], state]))
}

async function act(what: 'release' | 'recall', choice: contract.MailChoice): Promise<number> {
  const answer = await here.ask(`/mails/${what}`, json('POST', choice))
  return (await read(answer, contract.mailCount)).mails
}

const again = (id: string) => here.ask(`/mails/${id}/again`, { method: 'POST' })

test('the mails of a batch that holds them wait until somebody releases them', async () => {
  await execute('other@example.org,Other,One', false)
  const held = await execute('ada@example.org,Ada,Lovelace\nalan@example.org,Alan,Turing', true)

  expect(await states()).toEqual({ other: 'queued', ada: 'held', alan: 'held' })
  expect(await states(`batch=${held}`)).toEqual({ ada: 'held', alan: 'held' })
  expect(await states('state=held&kind=invitation')).toEqual({ ada: 'held', alan: 'held' })
  const [mail] = await mails('search=ada')
  expect(mail).toMatchObject({ batch: held, attempts: 0, dueAt: null, sentAt: null, answer: null })

  expect(await act('release', { batch: held })).toBe(2)
  expect(await states()).toEqual({ other: 'queued', ada: 'queued', alan: 'queued' })
  expect((await mails('search=ada'))[0]?.dueAt).not.toBeNull()
})

test('mails are recalled one by one or all together, and say so; their links stay valid', async () => {
  await execute('ada@example.org,Ada,Lovelace\nalan@example.org,Alan,Turing', true)
  await execute('grace@example.org,Grace,Hopper\nsent@example.org,Sent,Already', false)
  await sql`update mails set state = 'sent' where recipient like 'sent@%'`.execute(here.db)
  const [ada] = await mails('search=ada')

  expect(await act('recall', { mails: [ada?.id ?? '', newId()] })).toBe(1)
  expect(await states()).toEqual({ ada: 'withdrawn', alan: 'held', grace: 'queued', sent: 'sent' })
  expect(await act('recall', { all: true })).toBe(2)
  expect(await states('state=withdrawn')).toEqual({
    ada: 'withdrawn',
    alan: 'withdrawn',
    grace: 'withdrawn',
  })

  const recalled = await here.ask(`/mails/${ada?.id}`, { headers: { 'accept-language': 'de' } })
  const { answer, links } = await read(recalled, contract.mailContent)
  expect(answer).toBe(
    'Sie wurde zurückgerufen, bevor sie versandt war. Ihre Links gelten weiterhin.',
  )
  expect(links.map(({ opens }) => opens)).toEqual([true])
})

test('what is another company’s is neither released nor recalled', async () => {
  const id = await execute('ada@example.org,Ada,Lovelace', true)
  const [ada] = await mails()
  const { key } = await here.addCompany('Stranger')
  for (const what of ['release', 'recall']) {
    const ask = (choice: contract.MailChoice) =>
      here.ask(`/mails/${what}`, { ...json('POST', choice), key })
    expect(await refused(await ask({ batch: id }))).toEqual([404, 'batch-not-found'])
    for (const choice of [{ mails: [ada?.id ?? ''] }, { all: true } as const]) {
      expect(await read(await ask(choice), contract.mailCount)).toEqual({ mails: 0 })
    }
  }
  expect(await refused(await here.ask(`/mails/${ada?.id}/again`, { method: 'POST', key }))).toEqual(
    [404, 'mail-not-found'],
  )
  expect(await states()).toEqual({ ada: 'held' })
})

describe('sending again', () => {
  test.each(['failed', 'unknown', 'withdrawn'])('queues a mail that is %s anew', async (state) => {
    await execute('ada@example.org,Ada,Lovelace', false)
    await sql`
      update mails set state = ${state}, attempts = 36, answer = '550 no', handed_over_at = now()
    `.execute(here.db)
    const [before] = await mails()

    const mail = await read(await again(before?.id ?? ''), contract.mail)
    expect(mail).toMatchObject({ id: before?.id, state: 'queued', attempts: 0, answer: null })
    expect(await mails()).toEqual([mail])
  })

  test.each([
    ['sent', 'It was sent. To send a new one, invite the person again.'],
    ['held', 'It is held. Release it, and it leaves.'],
    ['queued', 'It is waiting to be sent already.'],
    ['sending', 'It is waiting to be sent already.'],
  ])('refuses a mail that is %s, and says why', async (state, reason) => {
    await execute('ada@example.org,Ada,Lovelace', false)
    await sql`update mails set state = ${state}`.execute(here.db)
    const [before] = await mails()

    const { code, title } = await refusal(await again(before?.id ?? ''))
    expect([code, title]).toEqual([
      'mail-not-sendable',
      `This mail cannot be sent again: ${reason}`,
    ])
    expect(await mails()).toEqual([before])
  })

  test('refuses a mail whose link no longer opens', async () => {
    await execute('ada@example.org,Ada,Lovelace', false)
    await sql`update mails set state = 'failed'`.execute(here.db)
    await sql`update invitations set issued_at = issued_at - interval '1 second'`.execute(here.db)

    const { title } = await refusal(await again((await mails())[0]?.id ?? ''))
    expect(title).toContain('Its links no longer open anything. Invite the person again.')
  })

  test('holds the mail while the company holds its mails', async () => {
    await execute('ada@example.org,Ada,Lovelace', false)
    await sql`update mails set state = 'failed'`.execute(here.db)
    await sql`update companies set holds_mails = true`.execute(here.db)
    const [before] = await mails()

    expect(await read(await again(before?.id ?? ''), contract.mail)).toMatchObject({
      state: 'held',
    })
    await sql`update companies set holds_mails = false`.execute(here.db)
  })
})

test('a test mail goes to whoever asks for it, in their language', async () => {
  const key = await here.addUser(here.company.id, 'me@example.org', ['manage-company-settings'])
  const answer = await here.ask('/mails/test', { method: 'POST', key })
  expect(answer.status).toBe(202)
  const mail = await read(answer, contract.mail)
  expect(mail).toMatchObject({
    to: 'me@example.org',
    kind: 'test',
    state: 'queued',
    language: 'de',
  })
  expect(await states('kind=test')).toEqual({ me: 'queued' })
})

test('where no mails are sent, a test is refused with what to do', async () => {
  await using silent = await startServer()
  const answer = await silent.ask('/mails/test', { method: 'POST' })
  expect(await refused(answer)).toEqual([409, 'no-mail-server'])
})
