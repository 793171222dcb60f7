import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { createOutbox, testNow, testSender, type TestOutbox } from '../../tests/support/outbox.ts'
import { startSmtpServer } from '../../tests/support/smtp-server.ts'
import { deliverMails } from './deliver.ts'
import type { Pace } from './pace.ts'
import { createSmtpTransport } from './smtp-transport.ts'

describe('the pace of mails', () => {
  it('bounds those of a minute; the rest leaves in the minutes to come', async () => {
    await using outbox = await createOutbox()
    await using server = await startSmtpServer()
    await outbox.invite(addresses('example.org', 25))
    const pace = { perMinute: 10, perMinuteAndDomain: null }

    expect(await deliver(outbox, server.url, { pace, seconds: 0 })).toBe(10)
    expect(await deliver(outbox, server.url, { pace, seconds: 59 })).toBe(0)
    expect((await outbox.mails()).filter(({ state }) => state === 'queued')).toHaveLength(15)
    expect(await deliver(outbox, server.url, { pace, seconds: 60 })).toBe(10)
    expect(await deliver(outbox, server.url, { pace, seconds: 120 })).toBe(5)
  })

  it('bounds those to a domain, whatever its case, and keeps no other domain waiting', async () => {
    await using outbox = await createOutbox()
    await using server = await startSmtpServer()
    await outbox.invite(addresses('slow.example', 30))
    await outbox.invite([...addresses('SLOW.example', 3), ...addresses('münchen.example', 5)])
    const pace = { perMinute: 20, perMinuteAndDomain: 4 }

    expect(await deliver(outbox, server.url, { pace, seconds: 0 })).toBe(8)
    const to = server.arrived.map(({ to }) => to.split('@')[1]?.toLowerCase())
    expect(to.filter((domain) => domain === 'slow.example')).toHaveLength(4)
    expect(await deliver(outbox, server.url, { pace, seconds: 60 })).toBe(5)
  })

  it('is kept by deliveries that run at the same time', async () => {
    await using outbox = await createOutbox()
    await using server = await startSmtpServer()
    await outbox.invite([...addresses('one.example', 100), ...addresses('two.example', 100)])
    const pace = { perMinute: 50, perMinuteAndDomain: 30 }

    const runs = [1, 2, 3].map(() => deliver(outbox, server.url, { pace, seconds: 0 }))
    const sent = (await Promise.all(runs)).reduce((sum, count) => sum + count, 0)

    expect(sent).toBe(50)
    const toOne = server.arrived.filter(({ to }) => to.endsWith('@one.example'))
    expect(toOne.length).toBeLessThanOrEqual(30)
    expect(50 - toOne.length).toBeLessThanOrEqual(30)
    const states = new Set((await outbox.mails()).map(({ state }) => state))
    expect(states).toEqual(new Set(['sent', 'queued']))
  })

  it('counts nothing where there is no limit', async () => {
    await using outbox = await createOutbox()
    await using server = await startSmtpServer()
    await outbox.invite(addresses('example.org', 3))
    const pace = { perMinute: null, perMinuteAndDomain: null }

    expect(await deliver(outbox, server.url, { pace, seconds: 0 })).toBe(3)
    expect((await sql`select from mail_pace`.execute(outbox.db)).rows).toEqual([])
  })
})

async function deliver(
  { db }: TestOutbox,
  url: string,
  { pace, seconds }: { readonly pace: Pace; readonly seconds: number },
): Promise<number> {
  const transport = createSmtpTransport(url)
  const now = () => new Date(testNow.getTime() + seconds * 1000)
  const usual = { ...testSender, db, folder: '/nowhere/mails', now }
  try {
    const { signal } = new AbortController()
    return (await deliverMails({ ...usual, transport, pace, signal })).sent
  } finally {
    transport.close()
  }
}

function addresses(domain: string, count: number): string[] {
  return Array.from({ length: count }, (_, index) => `person${index}@${domain}`)
}
