import { sql } from 'kysely'
import { contains } from '../directory/contains.ts'
import type { Db, MailKind, MailState } from '../directory/schema.ts'
import { knownMailColumns, mailEntry, type KnownMail, type MailEntry } from './mail-entry.ts'
import { mailState } from './mail-state.ts'

/** Which mails of a company are asked for. */
export interface MailPage {
  readonly companyId: string
  /** Only mails whose recipient's address or name contains this, whatever its case. */
  readonly search?: string | undefined
  readonly state?: MailState | undefined
  readonly kind?: MailKind | undefined
  /** The id of the last mail on the page before. */
  readonly after?: string | undefined
  readonly limit: number
}

/** The mails of a company, the newest first: identifiers are made in the order of time. */
export async function listMails(
  db: Db,
  page: MailPage,
): Promise<{ readonly entries: readonly MailEntry[]; readonly total: number }> {
  const matching = sql`
    from mails join companies on companies.id = mails.company_id
    where mails.company_id = ${page.companyId}
      and ${page.kind === undefined ? sql`true` : sql`mails.kind = ${page.kind}`}
      and ${page.state === undefined ? sql`true` : sql`${mailState} = ${page.state}`}
      and ${contains([sql`mails.recipient`, recipientName], page.search)}`
  const [{ rows }, counted] = await Promise.all([
    sql<KnownMail>`
      select ${knownMailColumns} ${matching} and mails.id < ${page.after ?? lastId}
      order by mails.id desc
      limit ${page.limit}`.execute(db),
    sql<{ total: number }>`select count(*)::int as total ${matching}`.execute(db),
  ])
  return { entries: rows.map(mailEntry), total: counted.rows[0]?.total ?? 0 }
}

const lastId = 'ffffffff-ffff-ffff-ffff-ffffffffffff'

const recipientName = sql`case mails.kind
  when 'guest' then mails.content ->> 'name'
  else (mails.content ->> 'firstName') || ' ' || (mails.content ->> 'lastName') end`
