import { sql } from 'kysely'
import type { Links } from '../directory/links.ts'
import type { Db, MailState, Tx } from '../directory/schema.ts'
import { RequestError } from '../domain/request-error.ts'
import { canBeHeld } from './can-be-held.ts'
import { lockMail } from './find-mail.ts'
import type { KnownMail } from './mail-entry.ts'
import type { MailKey } from './mail-keys.ts'
import { mailLinks } from './mail-links.ts'

/**
 * Queues a mail once more that failed, was withdrawn, or may or may not have left; it keeps its Message-ID, by
 * which a server recognises it should it have arrived. Where its company holds its mails, it is held.
 * @throws RequestError `mail-not-found`; `mail-not-sendable` when it is on its way or was sent, or when one of
 * its links no longer opens
 */
export async function sendAgain(
  db: Db,
  key: MailKey,
  { links, now }: { readonly links: Links; readonly now: Date },
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const mail = await lockMail(tx, key)
    const reason = refusals[mail.state]
    if (reason !== null) throw new RequestError('mail-not-sendable', { reason })
    const found = await mailLinks(tx, mail, { links, now })
    if (!found.every(({ opens }) => opens))
      throw new RequestError('mail-not-sendable', { reason: 'mail-opens-nothing' })
    await queueAnew(tx, mail, now)
  })
}

/** Why a mail in this state is not sent again; null: it is. */
const refusals: Readonly<Record<MailState, string | null>> = {
  held: 'mail-is-held',
  queued: 'mail-waits',
  sending: 'mail-waits',
  sent: 'mail-was-sent',
  failed: null,
  unknown: null,
  withdrawn: null,
}

async function queueAnew(tx: Tx, { companyId, id, kind }: KnownMail, now: Date): Promise<void> {
  // As where mails are queued: whoever makes the company hold its mails waits, and then finds this one.
  await sql`
    with company as (
      select id, holds_mails from companies where id = ${companyId} for share
    ), standing as (
      delete from mail_withdrawals where company_id = ${companyId} and mail_id = ${id}
    )
    update mails set
      state = case when ${canBeHeld(kind)} and company.holds_mails then 'held' else 'queued' end,
      attempts = 0, due_at = ${now}, answer = null, handed_over_at = null, if_not_taken = null,
      sent_at = null
    from company where mails.company_id = company.id and mails.id = ${id}`.execute(tx)
}
