import type { Db } from '../directory/schema.ts'
import type { Links } from '../directory/links.ts'
import { findMail } from './find-mail.ts'
import { mailEntry, type MailEntry } from './mail-entry.ts'
import type { MailKey } from './mail-keys.ts'
import { mailLinks, type MailLink } from './mail-links.ts'
import { mailSender } from './mail-sender.ts'
import type { Mailbox } from './read-mailbox.ts'
import { renderMail } from './render-mail.ts'

/** A mail as its recipient gets it, or would have got it. */
export interface ShownMail extends MailEntry {
  /** `Name <address>` */
  readonly from: string
  readonly html: string
  readonly text: string
  readonly links: readonly MailLink[]
}

/**
 * Renders a mail of the outbox, whatever became of it. It is rendered from what the outbox keeps, as it
 * is when it is sent, so a mail that left before the company or the sender was renamed shows the name of today.
 * @throws RequestError `mail-not-found`
 */
export async function showMail(
  db: Db,
  key: MailKey,
  { from, links, now }: { readonly from: Mailbox; readonly links: Links; readonly now: Date },
): Promise<ShownMail> {
  const mail = await findMail(db, key)
  const { name, address } = mailSender(mail, from)
  const { text, html } = renderMail(mail, links)
  return {
    ...mailEntry(mail),
    from: `${name} <${address}>`,
    text,
    html,
    links: await mailLinks(db, mail, { links, now }),
  }
}
