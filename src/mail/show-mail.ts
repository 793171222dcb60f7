import { findLogo } from '../directory/company-logo.ts'
import type { Db } from '../directory/schema.ts'
import type { Links } from '../directory/links.ts'
import { findMail } from './find-mail.ts'
import { mailEntry, type MailEntry } from './mail-entry.ts'
import type { MailKey } from './mail-keys.ts'
import { mailLinks, type MailLink } from './mail-links.ts'
import { mailSender } from './mail-sender.ts'
import type { Mailbox } from './read-mailbox.ts'
import { renderMail } from './render-mail.ts'
import { asDataAddress, showLogo } from './show-logo.ts'

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
  const logo = (await findLogo(db, mail.companyId)) ?? null
  const shown = mail.kind === 'password' ? withoutSecret(links) : links
  const { text, html } = renderMail(mail, shown, showLogo(logo, asDataAddress))
  return {
    ...mailEntry(mail),
    from: `${name} <${address}>`,
    text,
    html,
    links: mail.kind === 'password' ? [] : await mailLinks(db, mail, { links, now }),
  }
}

/** Who reads the outbox does not get into the accounts of others: a link to choose a password is its recipient's alone. */
function withoutSecret(links: Links): Links {
  return { ...links, password: (...claim) => links.password(...claim).replace(/[^/]+$/, '…') }
}
