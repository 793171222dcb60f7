import type { SendMailOptions } from 'nodemailer'
import type { Links } from '../directory/links.ts'
import { mailSender } from './mail-sender.ts'
import type { Mail } from './mail.ts'
import type { Mailbox } from './read-mailbox.ts'
import { oneLine } from './one-line.ts'
import { renderMail } from './render-mail.ts'

/** Who sends the mails of this installation, and what their links and identifiers begin with. */
export interface Sender {
  /** Without a name of its own, mails are sent in the company's name. */
  readonly from: Mailbox
  /** The host name of the public address. */
  readonly host: string
  readonly links: Links
}

/**
 * The whole message, ready to be handed over or filed. Its Message-ID is that of the row in the
 * outbox: should a mail ever be handed over twice, it can be recognised.
 */
export function composeMail(mail: Mail, sender: Sender, date: Date): SendMailOptions {
  const { from, host, links } = sender
  return {
    from: mailSender(mail, from),
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

function nameOf(mail: Mail): string {
  if (mail.kind === 'guest') return oneLine(mail.content.name)
  if (mail.kind === 'test') return ''
  return oneLine(`${mail.content.firstName} ${mail.content.lastName}`)
}
