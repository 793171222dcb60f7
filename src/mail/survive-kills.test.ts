import { once } from 'node:events'
import { describe, expect, it } from 'vitest'
import { deliverInProcess } from '../../tests/support/deliver-in-process.ts'
import { createOutbox, testNow, testSender, type TestOutbox } from '../../tests/support/outbox.ts'
import { startSmtpServer, type Answer } from '../../tests/support/smtp-server.ts'
import { deliverMails, type Delivered } from './deliver.ts'
import { describeAnswer } from './own-answer.ts'
import { createSmtpTransport } from './smtp-transport.ts'

const afterTheLease = new Date(testNow.getTime() + 5 * 60_000)

describe('a process that is killed', () => {
  it('after a server took the mail leaves it uncertain, says so, and nobody sends it again', async () => {
    await using outbox = await createOutbox()
    const gotMail = Promise.withResolvers()
    const mayAnswer = Promise.withResolvers()
    await using server = await startSmtpServer({
      async onMail(): Promise<Answer> {
        gotMail.resolve(undefined)
        await mayAnswer.promise
        return 'accept'
      },
    })
    await outbox.invite(['ada@example.org'])

    const killed = start(outbox, server.url)
    await gotMail.promise
    await kill(killed)
    mayAnswer.resolve(undefined)
    await expect.poll(() => server.arrived.length).toBe(1)

    expect(await deliver(outbox, server.url, testNow)).toMatchObject({ sent: 0, unknown: 0 })
    expect(await outbox.mails()).toMatchObject([{ state: 'sending' }])
    await deliver(outbox, server.url, afterTheLease)
    await deliver(outbox, server.url, new Date(afterTheLease.getTime() + 3_600_000))

    expect(server.tried).toEqual(['ada@example.org'])
    const [mail] = await outbox.mails()
    expect(mail).toMatchObject({ state: 'unknown', attempts: 1, sentAt: null })
    expect(describeAnswer(mail?.answer ?? '', 'en')).toBe(
      'The server that sends mails ended between handing this one over and recording the answer: it may have left. It is not sent again by itself.',
    )
  })

  it('among many mails costs only the one that it was just handing over; the next sends the others once', async () => {
    expect(await killedAt(1)).toBe(1)
  })

  it('while a server takes mails in no time costs three more at most', async () => {
    // Two that began before their connection was free, and one of which the answer is not recorded yet.
    expect(await killedAt(20)).toBeLessThanOrEqual(4)
  })
})

it('several processes send each mail once', async () => {
  await using outbox = await createOutbox()
  await using server = await startSmtpServer()
  await outbox.invite(addresses(100))

  const processes = [start(outbox, server.url), start(outbox, server.url)]
  const [one, other] = await Promise.all(
    processes.map(async ({ ended }) => JSON.parse(await ended) as Delivered),
  )

  expect((one?.sent ?? 0) + (other?.sent ?? 0)).toBe(100)
  expect(server.arrived.map(({ to }) => to).toSorted()).toEqual(addresses(100).toSorted())
})

it('several processes together keep to the pace', async () => {
  await using outbox = await createOutbox()
  await using server = await startSmtpServer()
  await outbox.invite(addresses(100))

  const pace = { perMinute: 30, perMinuteAndDomain: null }
  const errand = { database: outbox.url, smtp: server.url, now: testNow.toISOString(), pace }
  await Promise.all([deliverInProcess(errand).ended, deliverInProcess(errand).ended])

  expect(server.arrived).toHaveLength(30)
})

/** With one connection, while the server takes this mail of forty. @returns how many are uncertain then */
async function killedAt(mail: number): Promise<number> {
  await using outbox = await createOutbox()
  let killed: ReturnType<typeof start> | null = null
  await using server = await startSmtpServer({
    async onMail(): Promise<Answer> {
      if (server.arrived.length === mail - 1 && killed !== null) {
        await kill(killed)
        killed = null
      }
      return 'accept'
    },
  })
  await outbox.invite(addresses(40))

  const first = (killed = start(outbox, `${server.url}?maxConnections=1`))
  await first.ended
  await expect.poll(() => server.arrived.length).toBe(mail)
  await deliver(outbox, server.url, afterTheLease)

  const states = (await outbox.mails()).map(({ state }) => state)
  const unknown = states.filter((state) => state === 'unknown').length
  expect(states.filter((state) => state === 'sent')).toHaveLength(40 - unknown)
  const arrived = server.arrived.map(({ to }) => to)
  expect(new Set(arrived).size).toBe(arrived.length)
  expect(arrived.length).toBeGreaterThan(40 - unknown)
  return unknown
}

function start({ url }: TestOutbox, smtp: string) {
  return deliverInProcess({ database: url, smtp, now: testNow.toISOString() })
}

async function kill({ child }: ReturnType<typeof start>): Promise<void> {
  const exited = once(child, 'exit')
  child.kill('SIGKILL')
  expect(await exited).toEqual([null, 'SIGKILL'])
}

async function deliver({ db }: TestOutbox, url: string, now: Date): Promise<Delivered> {
  const transport = createSmtpTransport(url)
  const { signal } = new AbortController()
  const folder = '/nowhere/mails'
  try {
    return await deliverMails({ ...testSender, db, transport, folder, signal, now: () => now })
  } finally {
    transport.close()
  }
}

function addresses(count: number): string[] {
  return Array.from({ length: count }, (_, index) => `person${index}@example.org`)
}
