import type { Language } from '../domain/language.ts'
import type { MailEntry } from '../mail/mail-entry.ts'
import { describeAnswer } from '../mail/own-answer.ts'
import type { Mail } from './contract/mail.ts'

/** A mail as the API shows it, without its links; what Roster itself says of it in the reader's language. */
export function serialiseMail(mail: MailEntry, language: Language): Mail {
  const { id, to, kind, state, subject, batchId, answer, attempts } = mail
  return {
    id,
    to,
    kind,
    language: mail.language,
    state,
    subject,
    batch: batchId,
    rooms: [...mail.rooms],
    answer: answer === null ? null : describeAnswer(answer, language),
    attempts,
    dueAt: mail.dueAt?.toISOString() ?? null,
    sentAt: mail.sentAt?.toISOString() ?? null,
    createdAt: mail.createdAt.toISOString(),
  }
}
