import { sql } from 'kysely'
import type { MailKind, Tx } from '../directory/schema.ts'
import { emailKey } from '../domain/email.ts'
import { newId } from '../domain/id.ts'
import type { Language } from '../domain/language.ts'
import { canBeHeld } from './can-be-held.ts'
import type { Mail } from './mail.ts'

/** For whom and on whose behalf mails are queued. */
export interface Queue<T> {
  readonly companyId: string
  /** The batch that causes the mails; null for those that a person causes one by one. */
  readonly batchId: string | null
  readonly language: Language
  readonly now: Date
  readonly mails: readonly T[]
}

/** What differs from mail to mail. */
export interface MailRow {
  readonly user_id: string | null
  readonly recipient: string
  readonly content: Mail['content']
}

/**
 * Adds mails to the outbox: queued, or held where the company or the batch holds its mails.
 * @returns their ids, in the order of the mails
 */
export async function insertMails<T>(
  tx: Tx,
  kind: MailKind,
  { companyId, batchId, language, now, mails }: Queue<T>,
  rowOf: (mail: T) => MailRow,
): Promise<readonly string[]> {
  if (mails.length === 0) return []
  const rows = mails.map(rowOf).map((row) => {
    return { id: newId(now.getTime()), ...row, recipient_key: emailKey(row.recipient) }
  })
  // The company is locked until this commits: whoever makes it hold its mails waits, and then finds these.
  const lock = canBeHeld(kind) ? sql`for share` : sql``
  await sql`
    with company as (select id, holds_mails from companies where id = ${companyId} ${lock})
    insert into mails
      (company_id, id, kind, batch_id, user_id, recipient, recipient_key, language, content, state, due_at, created_at)
    select company.id, mail.id, ${kind}, ${batchId}::uuid, mail.user_id, mail.recipient,
      mail.recipient_key, ${language},
      mail.content,
      case when ${canBeHeld(kind)} and (company.holds_mails or coalesce(batch.holds_mails, false))
        then 'held' else 'queued' end,
      ${now}::timestamptz, ${now}::timestamptz
    from json_to_recordset(${JSON.stringify(rows)}::json)
      as mail(id uuid, user_id uuid, recipient text, recipient_key text, content json)
    cross join company
    left join batches batch on batch.company_id = company.id and batch.id = ${batchId}::uuid`.execute(
    tx,
  )
  return rows.map(({ id }) => id)
}
