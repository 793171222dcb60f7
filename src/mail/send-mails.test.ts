import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { createOutbox, testNow, testSender, type TestOutbox } from '../../tests/support/outbox.ts'
import { startSmtpServer, type Answer } from '../../tests/support/smtp-server.ts'
import { deliverMails, type Delivered } from './deliver.ts'
import { withdrawInvitations } from './outbox.ts'
import { describeAnswer } from './own-answer.ts'
import { createSmtpTransport } from './smtp-transport.ts'

const minute = 60_000

describe('with a server', () => {
  it('what is due is sent once, as text and HTML, and its answer is kept', async () => {
    await using outbox = await createOutbox()
    await using server = await startSmtpServer()
    const [ada = ''] = await outbox.invite(['ada@example.org', 'jörg@münchen.example'])
    const seen: Delivered[] = []

    const onProgress = (delivered: Delivered) => seen.push(delivered)
    expect(await deliver(outbox, server.url, { onProgress })).toEqual(counts({ sent: 2 }))
    expect(await deliver(outbox, server.url)).toEqual(counts({}))

    expect(seen.map(({ sent }) => sent)).toEqual([1, 2])
    const [first, second] = await outbox.mails()
    expect(first).toMatchObject({ state: 'sent', attempts: 1, sentAt: testNow, filedAt: null })
    expect(first?.answer).toMatch(/^250 /)
    expect(second).toMatchObject({ state: 'sent' })
    const arrived = server.arrived.find(({ to }) => to === 'ada@example.org')
    const link = testSender.links.invitation(outbox.companyId, ada, testNow)
    expect(arrived).toMatchObject({
      from: 'roster@example.org',
      mail: { messageId: `<${first?.id}@meet.example.org>`, date: testNow },
    })
    expect(arrived?.mail.text).toContain(`\n${link}\n`)
    expect(arrived?.mail.html).toContain(`href="${link}"`)
    expect(arrived?.mail.headers.get('auto-submitted')).toBe('auto-generated')
    expect(arrived?.mail.headers.get('content-language')).toBe('en')
  })

  it('what was refused for now is tried again later, and later each time', async () => {
    await using outbox = await createOutbox()
    const answers = [
      { code: 451, words: 'come back later' },
      { code: 450, words: 'greylisted' },
    ]
    await using server = await startSmtpServer({ onRecipient: () => answers.shift() ?? 'accept' })
    await outbox.invite(['ada@example.org'])

    expect(await deliver(outbox, server.url)).toEqual(counts({ postponed: 1 }))
    expect(await outbox.mails()).toMatchObject([
      { state: 'queued', attempts: 1, answer: '451 come back later', dueAt: after(minute) },
    ])
    expect(await deliver(outbox, server.url)).toEqual(counts({}))
    expect(await deliver(outbox, server.url, { now: after(minute) })).toEqual(
      counts({ postponed: 1 }),
    )
    expect(await outbox.mails()).toMatchObject([
      { state: 'queued', attempts: 2, answer: '450 greylisted', dueAt: after(3 * minute) },
    ])
    expect(await deliver(outbox, server.url, { now: after(3 * minute) })).toEqual(
      counts({ sent: 1 }),
    )
    expect(server.arrived).toHaveLength(1)
  })

  it('what was refused for good is failed with the words of the server, and the others go on', async () => {
    await using outbox = await createOutbox()
    await using server = await startSmtpServer({
      onRecipient: (to) =>
        to.startsWith('gone') ? { code: 550, words: 'no such user' } : 'accept',
      onMail: (to) => (to.startsWith('spam') ? { code: 554, words: 'looks like spam' } : 'accept'),
    })
    await outbox.invite(['gone@example.org', 'spam@example.org', 'ada@example.org'])

    expect(await deliver(outbox, server.url)).toEqual(counts({ sent: 1, failed: 2 }))
    expect(await outbox.mails()).toMatchObject([
      { state: 'failed', answer: '550 no such user', attempts: 1, sentAt: null },
      { state: 'failed', answer: '554 looks like spam' },
      { state: 'sent' },
    ])
    expect(await deliver(outbox, server.url, { now: after(60 * minute) })).toEqual(counts({}))
  })

  it('a connection that breaks once the server has the whole mail leaves it uncertain; it is never sent again by itself', async () => {
    await using outbox = await createOutbox()
    await using server = await startSmtpServer({
      onMail: (to) => (to.startsWith('cut') ? 'disconnect' : 'accept'),
    })
    await outbox.invite(['cut@example.org', 'ada@example.org', 'alan@example.org'])

    expect(await deliver(outbox, server.url)).toEqual(counts({ sent: 2, unknown: 1 }))
    expect(await deliver(outbox, server.url, { now: after(60 * minute) })).toEqual(counts({}))
    expect(server.tried.filter((to) => to === 'cut@example.org')).toHaveLength(1)
    const [cut, ...others] = await outbox.mails()
    expect(others).toMatchObject([{ state: 'sent' }, { state: 'sent' }])
    expect(cut).toMatchObject({ state: 'unknown', attempts: 1 })
    expect(describeAnswer(cut?.answer ?? '', 'en')).toBe(
      'The mail server had the whole mail, and then did not answer (Connection closed unexpectedly): it may have left. It is not sent again by itself.',
    )
  })

  it('a server that is not there ends the run, and what was not tried stays as it was', async () => {
    await using outbox = await createOutbox()
    const { url } = await stoppedServer()
    await outbox.invite(addresses(100))

    const delivered = await deliver(outbox, url)

    expect(delivered.trouble).toContain('ECONNREFUSED')
    expect(delivered.sent + delivered.failed).toBe(0)
    const mails = await outbox.mails()
    expect(mails.filter(({ attempts }) => attempts === 1)).toHaveLength(delivered.postponed)
    expect(
      mails.filter(({ state, attempts }) => state === 'queued' && attempts === 0),
    ).toHaveLength(100 - delivered.postponed)
    expect(delivered.postponed).toBeLessThan(20)
  })

  it.each([
    ['log-in', { onLogin: () => ({ code: 535, words: 'wrong password' }) }],
    ['sender', { onSender: () => ({ code: 550, words: 'who are you?' }) }],
  ])('a refused %s fails no mail', async (_what, behaviour) => {
    await using outbox = await createOutbox()
    await using server = await startSmtpServer(behaviour)
    await outbox.invite(addresses(50))

    const delivered = await deliver(outbox, server.url)

    expect(delivered).toMatchObject({ sent: 0, failed: 0 })
    expect(delivered.trouble).toMatch(/535 wrong password|550 who are you\?/)
    expect(new Set((await outbox.mails()).map(({ state }) => state))).toEqual(new Set(['queued']))
  })

  it('two deliveries side by side send each mail once', async () => {
    await using outbox = await createOutbox()
    await using server = await startSmtpServer()
    await outbox.invite(addresses(200))

    const [one, other] = await Promise.all([
      deliver(outbox, server.url),
      deliver(outbox, server.url),
    ])

    expect(one.sent + other.sent).toBe(200)
    expect(one.sent).toBeGreaterThan(0)
    expect(other.sent).toBeGreaterThan(0)
    expect(server.arrived.map(({ to }) => to).toSorted()).toEqual(addresses(200).toSorted())
  })

  it('a mail that is withdrawn while others of its chunk are sent is not sent', async () => {
    await using outbox = await createOutbox()
    const { db, companyId } = outbox
    let userIds: string[] = []
    await using server = await startSmtpServer({
      onMail: async (): Promise<Answer> => {
        const withdrawn = userIds.splice(0)
        await db
          .transaction()
          .execute((tx) => withdrawInvitations(tx, { companyId, userIds: withdrawn }))
        return 'accept'
      },
    })
    userIds = (await outbox.invite(addresses(20))).slice(10)

    const { sent } = await deliver(outbox, `${server.url}?maxConnections=1`)

    // Two are under way at a time, and they are claimed in no particular order.
    expect(sent).toBe(server.arrived.length)
    expect(sent).toBeGreaterThanOrEqual(10)
    expect(sent).toBeLessThanOrEqual(12)
    const states = (await outbox.mails()).map(({ state }) => state)
    expect(states.filter((state) => state === 'sent')).toHaveLength(sent)
    expect(states.filter((state) => state === 'withdrawn')).toHaveLength(20 - sent)
  })

  it('a stopped delivery finishes what is under way and gives the rest back; the next sends it', async () => {
    await using outbox = await createOutbox()
    const stop = new AbortController()
    await using server = await startSmtpServer({
      onMail: () => {
        stop.abort()
        return 'accept'
      },
    })
    await outbox.invite(addresses(80))

    const { sent } = await deliver(outbox, server.url, { signal: stop.signal })

    expect(sent).toBeGreaterThan(0)
    expect(sent).toBeLessThan(80)
    const states = (await outbox.mails()).map(({ state }) => state)
    expect(states.filter((state) => state === 'queued')).toHaveLength(80 - sent)
    expect(await deliver(outbox, server.url)).toMatchObject({ sent: 80 - sent })
    expect(new Set(server.arrived.map(({ to }) => to)).size).toBe(server.arrived.length)
  })

  it('what a killed process had claimed is taken up again when its lease has run out', async () => {
    await using outbox = await createOutbox()
    await using server = await startSmtpServer()
    await outbox.invite(['ada@example.org'])
    await sql`update mails set state = 'sending', due_at = ${after(5 * minute)}`.execute(outbox.db)

    expect(await deliver(outbox, server.url)).toEqual(counts({}))
    expect(await deliver(outbox, server.url, { now: after(5 * minute) })).toEqual(
      counts({ sent: 1 }),
    )
  })

  it('a mail that had become a file is sent once there is a server, and its file goes', async () => {
    await using outbox = await createOutbox()
    await using server = await startSmtpServer()
    const folder = await mkdtemp(path.join(tmpdir(), 'roster-mails-'))
    await outbox.invite(['ada@example.org'])
    await deliver(outbox, null, { folder })
    expect(await readdir(folder)).toHaveLength(1)

    expect(await deliver(outbox, server.url, { folder })).toEqual(counts({ sent: 1 }))

    expect(await readdir(folder)).toEqual([])
    expect(await outbox.mails()).toMatchObject([{ state: 'sent', filedAt: null }])
    await rm(folder, { recursive: true })
  })

  it('a mail whose link no longer opens is not sent', async () => {
    await using outbox = await createOutbox()
    await using server = await startSmtpServer()
    await outbox.invite(['ada@example.org'])
    const days = 24 * 60 * minute

    expect(await deliver(outbox, server.url, { now: after(15 * days) })).toEqual(
      counts({ failed: 1 }),
    )
    const [mail] = await outbox.mails()
    expect(describeAnswer(mail?.answer ?? '', 'en')).toBe(
      'Not sent: its link was valid until 2026-12-07T10:00:00.000Z only.',
    )
    expect(server.tried).toEqual([])
  })

  it('after the last attempt a mail is failed', async () => {
    await using outbox = await createOutbox()
    await using server = await startSmtpServer({
      onRecipient: () => ({ code: 452, words: 'mailbox full' }),
    })
    await outbox.invite(['ada@example.org'])
    await sql`update mails set attempts = 35`.execute(outbox.db)

    expect(await deliver(outbox, server.url)).toEqual(counts({ failed: 1 }))
    expect(await outbox.mails()).toMatchObject([{ state: 'failed', answer: '452 mailbox full' }])
  })
})

interface Circumstances {
  readonly now?: Date
  readonly signal?: AbortSignal
  readonly folder?: string
  readonly onProgress?: (delivered: Delivered) => void
}

async function deliver({ db }: TestOutbox, url: string | null, circumstances: Circumstances = {}) {
  const { now = testNow, ...rest } = circumstances
  const transport = url === null ? null : createSmtpTransport(url)
  const usual = { folder: '/nowhere/mails', signal: new AbortController().signal }
  try {
    return await deliverMails({ ...testSender, ...usual, db, transport, now: () => now, ...rest })
  } finally {
    transport?.close()
  }
}

function counts(some: Partial<Delivered>) {
  return { sent: 0, filed: 0, failed: 0, unknown: 0, postponed: 0, trouble: null, ...some }
}

function after(milliseconds: number): Date {
  return new Date(testNow.getTime() + milliseconds)
}

function addresses(count: number): string[] {
  return Array.from({ length: count }, (_, index) => `person${index}@example.org`)
}

async function stoppedServer(): Promise<{ url: string }> {
  await using server = await startSmtpServer()
  return { url: server.url }
}
