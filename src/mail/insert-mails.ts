import { sql } from 'kysely'
import { copyInto } from '../directory/copy-into.ts'
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
  const at = now.toISOString()
  const state = await firstState(tx, kind, { companyId, batchId })
  const ids = mails.map(() => newId(now.getTime()))
  await copyInto(tx, {
    table: 'mails',
    same: {
      company_id: companyId,
      batch_id: batchId,
      kind,
      language,
      state,
      due_at: at,
      created_at: at,
    },
    columns: ['id', 'user_id', 'recipient', 'recipient_key', 'content'],
    items: mails,
    row: (mail, index) => {
      const { user_id: userId, recipient, content } = rowOf(mail)
      return [ids[index] ?? '', userId, recipient, emailKey(recipient), JSON.stringify(content)]
    },
  })
  return ids
}

async function firstState(
  tx: Tx,
  kind: MailKind,
  { companyId, batchId }: Pick<Queue<unknown>, 'companyId' | 'batchId'>,
): Promise<'held' | 'queued'> {
  if (!canBeHeld(kind)) return 'queued'
  // The company is locked until this commits: whoever makes it hold its mails waits, and then finds these.
  const { rows } = await sql<{ held: boolean }>`
    select company.holds_mails or coalesce((
      select holds_mails from batches where company_id = ${companyId} and id = ${batchId}::uuid
    ), false) as held
    from companies company where company.id = ${companyId} for share`.execute(tx)
  return rows[0]?.held === true ? 'held' : 'queued'
}
