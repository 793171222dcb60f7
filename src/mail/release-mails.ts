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
  // What was held while it was being handed over is tried again after all, should the server not take it now.
  const { numAffectedRows } = await sql`
    with leaving as (
      select mails.company_id, mails.id from mails
      where ${areChosen(companyId, choice)} and mails.state = 'sending'
        and mails.if_not_taken = 'held'
      order by mails.id
      for update
    ), tried_again as (
      update mails set if_not_taken = null
      from leaving where mails.company_id = leaving.company_id and mails.id = leaving.id
    ), released as (
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
