import type { SendMailOptions } from 'nodemailer'
import type { Logo } from '../directory/company-logo.ts'
import type { Links } from '../directory/links.ts'
import type { FindLogo } from './logos-of.ts'
import { headerText } from './header-text.ts'
import { mailSender } from './mail-sender.ts'
import type { Mail } from './mail.ts'
import type { Mailbox } from './read-mailbox.ts'
import { oneLine } from './one-line.ts'
import { renderMail } from './render-mail.ts'
import { showLogo } from './show-logo.ts'

/** Who sends the mails of this installation, and what their links and identifiers begin with. */
export interface Sender {
  /** Without a name of its own, mails are sent in the company's name. */
  readonly from: Mailbox
  /** The host name of the public address. */
  readonly host: string
  readonly links: Links
  readonly logoOf: FindLogo
}

/**
 * The whole message, ready to be handed over or filed. Its Message-ID is that of the row in the
 * outbox: should a mail ever be handed over twice, it can be recognised.
 */
export async function composeMail(
  mail: Mail,
  sender: Sender,
  date: Date,
): Promise<SendMailOptions> {
  const { from, host, links, logoOf } = sender
  const logo = await logoOf(mail.companyId)
  const { name, address } = mailSender(mail, from)
  const cid = `logo.${mail.id}@${host}`
  const shown = showLogo(logo, () => `cid:${cid}`)
  const { subject, text, html } = renderMail(mail, links, shown)
  return {
    from: { address, name: headerText(name) },
    to: { address: oneLine(mail.recipient), name: nameOf(mail) },
    ...(mail.replyTo !== null && {
      replyTo: { address: oneLine(mail.replyTo), name: headerText(mail.companyName) },
    }),
    messageId: `<${mail.id}@${host}>`,
    date,
    headers: {
      'Content-Language': mail.language,
      // RFC 3834: no holiday notice answers this.
      'Auto-Submitted': 'auto-generated',
    },
    subject: headerText(subject),
    text,
    html,
    ...(logo !== null && { attachments: [part(logo, cid)] }),
    // A mail is what the outbox says, and never the content of a file or of an address.
    disableFileAccess: true,
    disableUrlAccess: true,
  }
}

// A picture that the HTML shows, and nobody has to save.
function part({ type, bytes }: Logo, cid: string) {
  const filename = `logo.${type === 'image/png' ? 'png' : 'jpg'}`
  return { cid, filename, content: bytes, contentType: type, contentDisposition: 'inline' } as const
}

function nameOf(mail: Mail): string {
  if (mail.kind === 'guest') return headerText(mail.content.name)
  if (mail.kind === 'test') return ''
  return headerText(`${mail.content.firstName} ${mail.content.lastName}`)
}
