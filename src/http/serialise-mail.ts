import type { MailEntry } from '../mail/mail-entry.ts'
import type { Mail } from './contract/mail.ts'

/** A mail as the API shows it, without its links. */
export function serialiseMail(mail: MailEntry): Mail {
  const { id, to, kind, language, state, subject, answer } = mail
  const rooms = [...mail.rooms]
  return {
    id,
    to,
    kind,
    language,
    state,
    subject,
    rooms,
    answer,
    createdAt: mail.createdAt.toISOString(),
  }
}
