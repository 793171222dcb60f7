import { sql, type RawBuilder } from 'kysely'
import { contains } from '../directory/contains.ts'
import { countAll } from '../directory/count-all.ts'
import type { Db, MailKind, MailState } from '../directory/schema.ts'
import { knownMailColumns, mailEntry, type KnownMail, type MailEntry } from './mail-entry.ts'

/** Which mails of a company are asked for. */
export interface MailPage {
  readonly companyId: string
  /** Only mails whose recipient's address or name contains this, whatever its case. */
  readonly search?: string | undefined
  readonly state?: MailState | undefined
  readonly kind?: MailKind | undefined
  /** Only mails that this batch causes. */
  readonly batch?: string | undefined
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
      and ${page.batch === undefined ? sql`true` : sql`mails.batch_id = ${page.batch}`}
      and ${page.state === undefined ? sql`true` : isInState(page)}
      and ${contains([sql`mails.recipient`, recipientName], page.search)}`
  const { rows } = await sql<KnownMail>`
    select ${knownMailColumns} ${matching} and mails.id < ${page.after ?? lastId}
    order by mails.id desc
    limit ${page.limit}`.execute(db)
  const entries = rows.map(mailEntry)
  return { entries, total: await countAll(db, { matching, entries, page }) }
}

const lastId = 'ffffffff-ffff-ffff-ffff-ffffffffffff'

// As `mailState` says it, asked the other way round: what was withdrawn is looked up once, not per mail.
function isInState({ companyId, state }: MailPage): RawBuilder<boolean> {
  const isWithdrawn = sql`(mails.state = 'withdrawn' or mails.state in ('held', 'queued', 'sending')
    and mails.id in (select mail_id from mail_withdrawals where company_id = ${companyId}))`
  return state === 'withdrawn'
    ? sql`${isWithdrawn}`
    : sql`(mails.state = ${state} and not ${isWithdrawn})`
}

const recipientName = sql`case mails.kind
  when 'guest' then mails.content ->> 'name'
  else (mails.content ->> 'firstName') || ' ' || (mails.content ->> 'lastName') end`
