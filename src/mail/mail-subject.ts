import type { Mail } from './mail.ts'
import { oneLine } from './one-line.ts'
import { sentences } from './sentences.ts'

/** The subject of a mail, in the recipient's language and on one line. */
export function mailSubject(mail: SubjectOf<Mail>): string {
  const company = oneLine(mail.companyName)
  const words = sentences[mail.language]
  if (mail.kind === 'invitation') {
    return words.invitation.subject(company, oneLine(mail.content.inviter ?? ''))
  }
  if (mail.kind !== 'guest') return words[mail.kind].subject(company)
  const rooms = mail.content.guests.map(({ room }) => oneLine(room))
  return words.guest.subject(company, rooms)
}

/** A mail, as far as its subject needs it. */
type SubjectOf<M extends Mail> = M extends Mail
  ? Pick<M, 'kind' | 'companyName' | 'language' | 'content'>
  : never
