import { mkdtempDisposable } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createTransport } from 'nodemailer'
import SMTPPool from 'nodemailer/lib/smtp-pool'
import pLimit from 'p-limit'
import { Pool } from 'pg'
import type { Actor } from '../../src/directory/actor.ts'
import { connect } from '../../src/directory/connect.ts'
import { createLinks } from '../../src/directory/links.ts'
import type { Db } from '../../src/directory/schema.ts'
import { composeMail } from '../../src/mail/compose-mail.ts'
import { deliverMails } from '../../src/mail/deliver.ts'
import { queueInvitations, type InvitationToQueue } from '../../src/mail/outbox.ts'
import { createSmtpTransport } from '../../src/mail/smtp-transport.ts'
import { measure, type Measured } from '../measure.ts'

/** What this script is told, as its only argument. */
export interface MailsRequest {
  /** From the outbox, as the product does, or composed before and handed over by the library. */
  readonly way: 'outbox' | 'library'
  /** Of the database. */
  readonly url: string
  readonly smtpUrl: string
  readonly actor: Actor
  readonly mails: number
}

export type HandedOver = Measured

const request = JSON.parse(process.argv[2] ?? '') as MailsRequest
const from = 'roster@example.org'
const host = 'roster.example.org'
const links = createLinks({ publicUrl: `https://${host}`, key: '0123456789abcdef'.repeat(4) })
console.log(JSON.stringify(await { outbox, library }[request.way](request)))

async function outbox({ url, smtpUrl, actor, mails }: MailsRequest): Promise<HandedOver> {
  await using cleanup = new AsyncDisposableStack()
  const pool = new Pool({ connectionString: url, max: 16 })
  cleanup.defer(() => pool.end())
  const db = connect(pool)
  const folder = cleanup.use(await mkdtempDisposable(path.join(tmpdir(), 'roster-bench-')))
  const transport = createSmtpTransport(smtpUrl)
  cleanup.defer(() => transport.close())
  const signal = AbortSignal.timeout(600_000)
  const delivery = { db, transport, from, host, links, folder: folder.path, now: clock, signal }
  await queue(db, actor, Math.ceil(mails / 10))
  await deliverMails(delivery)
  await queue(db, actor, mails)
  await pool.query('vacuum analyze')
  return await measure(async () => {
    const { sent, trouble } = await deliverMails(delivery)
    if (sent !== mails) throw new Error(`${sent} of ${mails} mails were sent: ${trouble}`)
  })
}

function clock(): Date {
  return new Date()
}

async function queue(db: Db, actor: Actor, count: number): Promise<void> {
  const users = await db
    .selectFrom('users')
    .select(['id', 'email'])
    .where('company_id', '=', actor.companyId)
    .orderBy('id')
    .limit(count)
    .execute()
  const now = new Date()
  const mails = users.map(({ id, email }) => invitation(id, email, now))
  await db.transaction().execute(async (tx) => {
    await queueInvitations(tx, { ...actor, batchId: null, now, mails })
  })
}

function invitation(userId: string, recipient: string, issuedAt: Date): InvitationToQueue {
  const rooms = [{ name: 'room 1', role: 'Participant' }] as const
  const names = { firstName: 'Ada', lastName: 'Lovelace', inviter: null }
  return { userId, recipient, ...names, issuedAt, rooms }
}

/** As its documents say for many mails: pooled. The messages are those of the outbox, composed before. */
async function library({ smtpUrl, actor, mails }: MailsRequest): Promise<HandedOver> {
  const pool = new SMTPPool({ url: smtpUrl })
  const transporter = createTransport(pool)
  const now = new Date()
  const messages = await Promise.all(
    Array.from({ length: mails }, (_, number) =>
      composeMail(
        {
          kind: 'invitation',
          id: actor.companyId,
          companyId: actor.companyId,
          companyName: actor.companyId,
          replyTo: null,
          recipient: `person${number}@example.org`,
          language: 'en',
          createdAt: now,
          userId: actor.userId,
          content: {
            firstName: 'Ada',
            lastName: 'Lovelace',
            issuedAt: now.toISOString(),
            rooms: [{ name: 'room 1', role: 'Participant' }],
          },
        },
        {
          from: { address: from, name: '' },
          host,
          links,
          logoOf: () => Promise.resolve(null),
        },
        now,
      ),
    ),
  )
  // As many wait for a connection as in the product.
  const few = pLimit(3 * pool.options.maxConnections)
  const hand = (some: typeof messages) =>
    Promise.all(some.map((message) => few(() => transporter.sendMail({ ...message }))))
  await hand(messages.slice(0, Math.ceil(mails / 10)))
  const measured = await measure(async () => void (await hand(messages)))
  transporter.close()
  return measured
}
