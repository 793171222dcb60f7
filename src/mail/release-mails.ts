import { sql } from 'kysely'
import type { Db } from '../directory/schema.ts'
import { areChosen, type MailChoice } from './mail-choice.ts'
import { isWithdrawn } from './mail-state.ts'

/**
 * Queues the chosen mails that are held, to leave at once.
 * @returns how many mails it concerned
 */
export async function releaseMails(
  db: Db,
  companyId: string,
  { choice, now }: { readonly choice: MailChoice; readonly now: Date },
): Promise<number> {
  const { numAffectedRows } = await sql`
    with released as (
      select mails.company_id, mails.id from mails
      where ${areChosen(companyId, choice)} and mails.state = 'held' and not ${isWithdrawn}
      order by mails.id
      for update
    )
    update mails set state = 'queued', due_at = ${now}
    from released where mails.company_id = released.company_id and mails.id = released.id`.execute(
    db,
  )
  return Number(numAffectedRows ?? 0)
}
