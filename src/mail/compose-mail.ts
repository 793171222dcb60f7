import type { SendMailOptions } from 'nodemailer'
import addressparser from 'nodemailer/lib/addressparser'
import type { Links } from '../directory/links.ts'
import type { Mail } from './mail.ts'
import { oneLine } from './one-line.ts'
import { renderMail } from './render-mail.ts'

/** Who sends the mails of this installation, and what their links and identifiers begin with. */
export interface Sender {
  /** One mailbox, with or without a name: `Roster <roster@example.org>`. */
  readonly from: string
  /** The host name of the public address. */
  readonly host: string
  readonly links: Links
}

/**
 * The whole message, ready to be handed over or filed. Its Message-ID is that of the row in the
 * outbox: should a mail ever be handed over twice, it can be recognised.
 * @throws RangeError when `from` is not one mailbox
 */
export function composeMail(mail: Mail, sender: Sender, date: Date): SendMailOptions {
  const { from, host, links } = sender
  const { address, name } = readMailbox(from)
  return {
    from: { address, name: name || oneLine(mail.companyName) },
    to: { address: oneLine(mail.recipient), name: nameOf(mail) },
    messageId: `<${mail.id}@${host}>`,
    date,
    headers: {
      'Content-Language': mail.language,
      // RFC 3834: no holiday notice answers this.
      'Auto-Submitted': 'auto-generated',
    },
    ...renderMail(mail, links),
    // A mail is what the outbox says, and never the content of a file or of an address.
    disableFileAccess: true,
    disableUrlAccess: true,
  }
}

/** @throws RangeError when the text is not one mailbox */
export function readMailbox(text: string): { readonly address: string; readonly name: string } {
  const [mailbox, ...others] = addressparser(text, { flatten: true })
  if (mailbox === undefined || others.length > 0 || !/^[^\s@]+@[^\s@]+$/.test(mailbox.address)) {
    throw new RangeError(
      `"${text}" is not the address of one sender, like Roster <roster@example.org>.`,
    )
  }
  return mailbox
}

function nameOf(mail: Mail): string {
  if (mail.kind === 'guest') return oneLine(mail.content.name)
  return oneLine(`${mail.content.firstName} ${mail.content.lastName}`)
}
