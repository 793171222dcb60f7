import { setTimeout as delay } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { createOutbox, testNow, testSender, type TestOutbox } from '../../tests/support/outbox.ts'
import { startSmtpServer, type Answer } from '../../tests/support/smtp-server.ts'
import { deliverMails, type Delivered } from './deliver.ts'
import { describeAnswer } from './own-answer.ts'
import { createSmtpTransport } from './smtp-transport.ts'

const minute = 60_000

it('a connection that breaks before the mail was handed over costs a delay, and the mail is sent once', async () => {
  await using outbox = await createOutbox()
  const answers: Answer[] = ['disconnect']
  await using server = await startSmtpServer({ onRecipient: () => answers.shift() ?? 'accept' })
  await outbox.invite(['ada@example.org'])

  const [first, second] = [await deliver(outbox, server.url), await deliver(outbox, server.url, 1)]

  expect(first).toMatchObject({ sent: 0, unknown: 0, postponed: 1 })
  expect(second).toMatchObject({ sent: 1 })
  expect(server.arrived).toHaveLength(1)
  expect(await outbox.mails()).toMatchObject([{ state: 'sent', attempts: 2 }])
})

it('a server that takes its time to answer gets the mail once', async () => {
  await using outbox = await createOutbox()
  const [hasMail, mayAnswer] = [Promise.withResolvers(), Promise.withResolvers()]
  await using server = await startSmtpServer({
    async onMail(): Promise<Answer> {
      hasMail.resolve(undefined)
      await mayAnswer.promise
      return 'accept'
    },
  })
  await outbox.invite(['ada@example.org'])

  const slow = deliver(outbox, server.url)
  await hasMail.promise
  const meanwhile = await deliver(outbox, server.url)
  mayAnswer.resolve(undefined)

  expect(meanwhile).toMatchObject({ sent: 0, unknown: 0 })
  expect(await slow).toMatchObject({ sent: 1 })
  expect(server.tried).toHaveLength(1)
})

it('a slow server has its time for each mail, however many wait', async () => {
  await using outbox = await createOutbox()
  await using server = await startSmtpServer({
    onMail: async () => await delay(400, 'accept'),
  })
  await outbox.invite(['ada@example.org', 'alan@example.org', 'grace@example.org'])

  const delivered = await deliver(outbox, `${server.url}?maxConnections=1`, 0, 700)

  expect(delivered).toMatchObject({ sent: 3, unknown: 0, postponed: 0 })
})

it('a server that has the whole mail and never answers leaves it uncertain', async () => {
  await using outbox = await createOutbox()
  await using server = await startSmtpServer({
    onMail: () => new Promise<Answer>(() => {}),
  })
  await outbox.invite(['ada@example.org'])

  const delivered = await deliver(outbox, `${server.url}?socketTimeout=300&maxConnections=1`)

  expect(delivered).toMatchObject({ sent: 0, unknown: 1, postponed: 0, trouble: 'Timeout' })
  const [mail] = await outbox.mails()
  expect(mail?.state).toBe('unknown')
  expect(describeAnswer(mail?.answer ?? '', 'de')).toContain('nicht geantwortet (Timeout)')
})

it('a refusal for now after the whole mail is an answer like any other: it is tried again', async () => {
  await using outbox = await createOutbox()
  const answers: Answer[] = [{ code: 451, words: 'try later' }]
  await using server = await startSmtpServer({ onMail: () => answers.shift() ?? 'accept' })
  await outbox.invite(['ada@example.org'])

  expect(await deliver(outbox, server.url)).toMatchObject({ postponed: 1, unknown: 0 })
  expect(await outbox.mails()).toMatchObject([{ state: 'queued', answer: '451 try later' }])
  expect(await deliver(outbox, server.url, 1)).toMatchObject({ sent: 1 })
})

async function deliver(
  { db }: TestOutbox,
  url: string,
  minutes = 0,
  limit?: number,
): Promise<Delivered & { readonly trouble: string | null }> {
  const transport = createSmtpTransport(url, limit)
  const now = () => new Date(testNow.getTime() + minutes * minute)
  try {
    const usual = { ...testSender, db, folder: '/nowhere/mails', now }
    return await deliverMails({ ...usual, transport, signal: new AbortController().signal })
  } finally {
    transport.close()
  }
}
