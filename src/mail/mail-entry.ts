import { sql } from 'kysely'
import type { MailKind, MailState } from '../directory/schema.ts'
import type { Language } from '../domain/language.ts'
import type { Role } from '../domain/role.ts'
import { mailColumns } from './mail-columns.ts'
import { mailState } from './mail-state.ts'
import { mailSubject } from './mail-subject.ts'
import type { Mail } from './mail.ts'

/** A mail as lists show it. Its links are nowhere in it. */
export interface MailEntry {
  /** Also the place in the list: give it as `after` to go on behind this mail. */
  readonly id: string
  readonly to: string
  readonly kind: MailKind
  readonly language: Language
  readonly state: MailState
  readonly subject: string
  /** The batch that caused it. */
  readonly batchId: string | null
  readonly rooms: readonly { readonly room: string; readonly role: Role }[]
  /** What the server said last, or why the mail was not sent: see `describeAnswer`. */
  readonly answer: string | null
  /** How often it was tried. */
  readonly attempts: number
  /** When it is tried next; null unless it is queued. */
  readonly dueAt: Date | null
  readonly sentAt: Date | null
  readonly createdAt: Date
}

/** A mail of the outbox, with what became of it. */
export type KnownMail = Mail &
  Pick<MailEntry, 'state' | 'batchId' | 'answer' | 'attempts' | 'dueAt' | 'sentAt'>

/** The columns of `mails` and `companies` that make a KnownMail. */
export const knownMailColumns = sql`
  ${mailColumns}, ${mailState} as state, mails.batch_id as "batchId", mails.answer, mails.attempts,
  mails.due_at as "dueAt", mails.sent_at as "sentAt"`

export function mailEntry(mail: KnownMail): MailEntry {
  return {
    id: mail.id,
    to: mail.recipient,
    kind: mail.kind,
    language: mail.language,
    state: mail.state,
    subject: mailSubject(mail),
    batchId: mail.batchId,
    rooms: roomsOf(mail),
    answer: mail.answer,
    attempts: mail.attempts,
    dueAt: mail.state === 'queued' ? mail.dueAt : null,
    sentAt: mail.sentAt,
    createdAt: mail.createdAt,
  }
}

function roomsOf(mail: Mail): MailEntry['rooms'] {
  if (mail.kind === 'guest') return mail.content.guests.map(({ room, role }) => ({ room, role }))
  if (mail.kind !== 'invitation') return []
  return mail.content.rooms.map(({ name, role }) => ({ room: name, role }))
}
