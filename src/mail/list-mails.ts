import { sql } from 'kysely'
import type { Db, MailKind, MailState } from '../directory/schema.ts'
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
  readonly rooms: readonly { readonly room: string; readonly role: Role }[]
  /** What the server said last, or why the mail was not sent. */
  readonly answer: string | null
  readonly createdAt: Date
}

/** The mails of a company, the newest first: identifiers are made in the order of time. */
export async function listMails(
  db: Db,
  page: { companyId: string; limit: number; after?: string | undefined },
): Promise<readonly MailEntry[]> {
  const { rows } = await sql<Mail & Pick<MailEntry, 'state' | 'answer'>>`
    select ${mailColumns}, ${mailState} as state, mails.answer
    from mails join companies on companies.id = mails.company_id
    where mails.company_id = ${page.companyId} and mails.id < ${page.after ?? lastId}
    order by mails.id desc
    limit ${page.limit}`.execute(db)
  return rows.map((mail) => ({
    id: mail.id,
    to: mail.recipient,
    kind: mail.kind,
    language: mail.language,
    state: mail.state,
    subject: mailSubject(mail),
    rooms: roomsOf(mail),
    answer: mail.answer,
    createdAt: mail.createdAt,
  }))
}

const lastId = 'ffffffff-ffff-ffff-ffff-ffffffffffff'

function roomsOf(mail: Mail): MailEntry['rooms'] {
  if (mail.kind === 'guest') return mail.content.guests.map(({ room, role }) => ({ room, role }))
  return mail.content.rooms.map(({ name, role }) => ({ room: name, role }))
}
