import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { createOutbox, testNow, testSender } from '../../tests/support/outbox.ts'
import { startSmtpServer } from '../../tests/support/smtp-server.ts'
import { deliverMails } from './deliver.ts'
import { withdrawMailsTo } from './outbox.ts'
import { createSmtpTransport } from './smtp-transport.ts'

it('what another process has lost is settled while a delivery goes on, however long that takes', async () => {
  await using outbox = await createOutbox()
  await using server = await startSmtpServer()
  await outbox.invite(['lost@example.org'])
  await sql`
    update mails set state = 'sending', handed_over_at = ${testNow}, due_at = ${later(90)}`.execute(
    outbox.db,
  )
  await outbox.invite(Array.from({ length: 60 }, (_, index) => `person${index}@example.org`))

  const transport = createSmtpTransport(server.url)
  await deliverMails({
    ...testSender,
    db: outbox.db,
    transport,
    folder: '/nowhere/mails',
    signal: new AbortController().signal,
    // Two minutes go by with the first mails.
    now: () => (server.arrived.length === 0 ? testNow : later(120)),
  })
  transport.close()

  expect(server.arrived).toHaveLength(60)
  const lost = (await outbox.mails()).find(({ to }) => to === 'lost@example.org')
  expect(lost?.state).toBe('unknown')
})

it('a mail that may have left before it was withdrawn is not called withdrawn', async () => {
  await using outbox = await createOutbox()
  await using server = await startSmtpServer()
  const userIds = await outbox.invite(['lost@example.org'])
  await sql`
    update mails set state = 'sending', handed_over_at = ${testNow}, due_at = ${later(90)}`.execute(
    outbox.db,
  )
  const { db, companyId } = outbox
  await db.transaction().execute((tx) => withdrawMailsTo(tx, { companyId, userIds }))

  for (const seconds of [0, 120]) {
    const transport = createSmtpTransport(server.url)
    const now = () => later(seconds)
    const signal = new AbortController().signal
    await deliverMails({ ...testSender, db, transport, folder: '/nowhere/mails', signal, now })
    transport.close()
  }

  expect(server.arrived).toEqual([])
  expect(await outbox.mails()).toMatchObject([{ state: 'unknown' }])
})

function later(seconds: number): Date {
  return new Date(testNow.getTime() + seconds * 1000)
}
