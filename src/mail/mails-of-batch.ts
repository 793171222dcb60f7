import { sql } from 'kysely'
import type { BatchRef } from '../directory/batches.ts'
import type { Db, MailState } from '../directory/schema.ts'
import { mailState } from './mail-state.ts'

/** What became of a mail. */
export interface MailEnd {
  readonly state: MailState
  /** What the server said last, or why it was not sent: see `describeAnswer`. */
  readonly answer: string | null
}

/** The mails of a batch to these addresses, by the key of the address, in the order in which they were queued. */
export async function mailsOfBatch(
  db: Db,
  { companyId, id }: BatchRef,
  recipientKeys: readonly string[],
): Promise<ReadonlyMap<string, readonly MailEnd[]>> {
  const { rows } = await sql<MailEnd & { key: string }>`
    select mails.recipient_key as key, ${mailState} as state, mails.answer
    from mails
    where mails.company_id = ${companyId} and mails.batch_id = ${id}
      and mails.recipient_key = any(${recipientKeys}::text[])
    order by mails.id`.execute(db)
  return Map.groupBy(rows, ({ key }) => key)
}
