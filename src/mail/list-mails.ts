import { sql, type RawBuilder } from 'kysely'
import { contains, words } from '../directory/contains.ts'
import { mayContain } from '../directory/may-contain.ts'
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
  const { rows } = await sql<KnownMail>`
    select ${knownMailColumns}
    from ${mailsInState(page)} mails join companies on companies.id = mails.company_id
    where ${isAsked(page)} and mails.id < ${page.after ?? lastId}
    order by mails.id desc
    limit ${page.limit}`.execute(db)
  const entries = rows.map(mailEntry)
  // Without the company, which has a name and nothing to count: so an index can be enough.
  const matching = sql`from ${mailsInState(page)} mails where ${isAsked(page)}`
  return { entries, total: await countAll(db, { matching, entries, page }) }
}

const lastId = 'ffffffff-ffff-ffff-ffff-ffffffffffff'

function isAsked({ companyId, kind, batch, search }: MailPage): RawBuilder<boolean> {
  return sql`mails.company_id = ${companyId}
    and ${kind === undefined ? sql`true` : sql`mails.kind = ${kind}`}
    and ${batch === undefined ? sql`true` : sql`mails.batch_id = ${batch}`}
    and ${isFound(search)}`
}

// As `mailState` says it, asked the other way round: what was withdrawn is looked up once, not per mail. Each part has an
// index that gives it in the order of the list.
function mailsInState({ companyId, state }: MailPage): RawBuilder<unknown> {
  if (state === undefined) return sql`mails`
  const withdrawn = sql`(select mail_id from mail_withdrawals where company_id = ${companyId})`
  if (state !== 'withdrawn') {
    const canBeWithdrawn = state === 'held' || state === 'queued' || state === 'sending'
    const stands = canBeWithdrawn ? sql`mails.id not in ${withdrawn}` : sql`true`
    return sql`(select * from mails where company_id = ${companyId} and state = ${state} and ${stands})`
  }
  return sql`(
    select * from mails where company_id = ${companyId} and state = 'withdrawn'
    union all
    select * from mails where company_id = ${companyId} and state in ('held', 'queued', 'sending')
      and id in ${withdrawn})`
}

// The names stand in JSON, which is read only where its text says that they may contain what is searched for.
function isFound(search: string | undefined): RawBuilder<boolean> {
  const name = sql`(${mayContain(sql`mails.content::text`, search ?? '')}
    and ${contains([words(recipientName)], search)})`
  return sql`(${contains([words(sql`mails.recipient`)], search)} or ${name})`
}

const recipientName = sql`case mails.kind
  when 'guest' then mails.content ->> 'name'
  else (mails.content ->> 'firstName') || ' ' || (mails.content ->> 'lastName') end`
