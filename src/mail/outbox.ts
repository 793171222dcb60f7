import { sql } from 'kysely'
import type { MailKind, Tx } from '../directory/schema.ts'
import type { Language } from '../domain/language.ts'
import type { Role } from '../domain/role.ts'
import { insertMails, type Queue } from './insert-mails.ts'
import type { GuestContent, InvitationContent, PasswordContent } from './mail.ts'

export interface InvitationToQueue {
  readonly userId: string
  /** The address, as people write it. */
  readonly recipient: string
  readonly firstName: string
  readonly lastName: string
  /** Who invites: a name, else an address; null: the company. */
  readonly inviter: string | null
  /** When the invitation was issued: the link is derived from it. */
  readonly issuedAt: Date
  readonly rooms: readonly { readonly name: string; readonly role: Role }[]
}

export interface GuestMailToQueue {
  /** The address, as people write it. */
  readonly recipient: string
  readonly name: string
  /** One link each. */
  readonly guests: readonly {
    readonly id: string
    readonly issuedAt: Date
    readonly room: string
    readonly role: Role
  }[]
  readonly validFrom?: Date
  readonly validUntil?: Date
}

export interface PasswordLinkToQueue {
  readonly userId: string
  /** The address, as people write it. */
  readonly recipient: string
  readonly firstName: string
  readonly lastName: string
  /** When the link was issued: it is derived from it. */
  readonly issuedAt: Date
  readonly expiresAt: Date
}

export interface TestMailToQueue {
  readonly companyId: string
  /** Who asked for it, and gets it. */
  readonly userId: string
  readonly recipient: string
  readonly language: Language
  readonly now: Date
}

/** Queues one mail per invitation, to commit together with the invitations themselves. */
export async function queueInvitations(tx: Tx, queue: Queue<InvitationToQueue>): Promise<void> {
  await insertMails(tx, 'invitation', queue, (mail) => {
    const { userId, recipient, firstName, lastName, inviter, rooms } = mail
    const issuedAt = mail.issuedAt.toISOString()
    const own: InvitationContent = { firstName, lastName, issuedAt, rooms }
    const content = inviter === null ? own : { ...own, inviter }
    return { user_id: userId, recipient, content }
  })
}

/** Queues one mail per guest and row, with all links of that row. */
export async function queueGuestMails(tx: Tx, queue: Queue<GuestMailToQueue>): Promise<void> {
  await insertMails(tx, 'guest', queue, ({ recipient, name, guests, validFrom, validUntil }) => {
    const content: GuestContent = {
      name,
      guests: guests.map((guest) => ({ ...guest, issuedAt: guest.issuedAt.toISOString() })),
      ...(validFrom && { validFrom: validFrom.toISOString() }),
      ...(validUntil && { validUntil: validUntil.toISOString() }),
    }
    return { user_id: null, recipient, content }
  })
}

/**
 * Queues one mail per link to choose a password, to commit together with the links themselves. An earlier
 * one that has not left is taken back: its link is dead.
 */
export async function queuePasswordLinks(tx: Tx, queue: Queue<PasswordLinkToQueue>): Promise<void> {
  const { companyId, mails } = queue
  const userIds = mails.map(({ userId }) => userId)
  await withdraw(tx, { companyId, userIds, kinds: ['password'] })
  await insertMails(
    tx,
    'password',
    queue,
    ({ userId, recipient, issuedAt, expiresAt, ...name }) => {
      const times = { issuedAt: issuedAt.toISOString(), expiresAt: expiresAt.toISOString() }
      const content: PasswordContent = { ...name, ...times }
      return { user_id: userId, recipient, content }
    },
  )
}

/**
 * Queues a test to whoever asked for it.
 * @returns its id
 */
export async function queueTestMail(tx: Tx, test: TestMailToQueue): Promise<string> {
  const { userId: user_id, recipient } = test
  const queue = { ...test, batchId: null, mails: [{ user_id, recipient, content: {} }] }
  const [id] = await insertMails(tx, 'test', queue, (mail) => mail)
  if (id === undefined) throw new Error('A mail that was queued has no id.')
  return id
}

/**
 * Takes back the invitation mails to these users that were not sent yet, because a new invitation replaces
 * the one that the mail would have brought. What a delivery is just handing over may still arrive; its
 * link is dead by then.
 */
export async function withdrawInvitations(tx: Tx, to: Addressed): Promise<void> {
  await withdraw(tx, { ...to, kinds: ['invitation'] })
}

/** Takes back whatever was not sent yet to these users, because they are deleted. */
export async function withdrawMailsTo(tx: Tx, to: Addressed): Promise<void> {
  await withdraw(tx, { ...to, kinds: ['invitation', 'password', 'test'] })
}

interface Addressed {
  readonly companyId: string
  readonly userIds: readonly string[]
}

// The mails themselves are left to the deliveries, which write to them all the time: see `settleWithdrawals`.
async function withdraw(
  tx: Tx,
  { companyId, userIds, kinds }: Addressed & { readonly kinds: readonly MailKind[] },
): Promise<void> {
  if (userIds.length === 0) return
  await sql`
    insert into mail_withdrawals (company_id, mail_id)
    select ${companyId}, unsent.id
    from unnest(string_to_array(${userIds.join(',')}, ',')::uuid[]) as addressed (user_id)
    cross join lateral (
      select id from (
        select id, kind from mails
        where company_id = ${companyId} and user_id = addressed.user_id
          and state in ('queued', 'sending')
        union all
        select id, kind from mails
        where company_id = ${companyId} and user_id = addressed.user_id and state = 'held'
      ) addressed_mails
      where kind = any(${kinds}::text[])
      offset 0
    ) unsent
    on conflict do nothing`.execute(tx)
}
