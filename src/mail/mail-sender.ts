import type { Mail } from './mail.ts'
import { oneLine } from './one-line.ts'
import type { Mailbox } from './read-mailbox.ts'

/** Who a mail is from: the installation's mailbox, in the company's name unless it has one of its own. */
export function mailSender(mail: Pick<Mail, 'companyName'>, from: Mailbox): Mailbox {
  return { address: from.address, name: from.name || oneLine(mail.companyName) }
}
