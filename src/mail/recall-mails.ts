import { sql } from 'kysely'
import type { Db } from '../directory/schema.ts'
import { areChosen, type MailChoice } from './mail-choice.ts'
import { isWithdrawn } from './mail-state.ts'
import { ownAnswer } from './own-answer.ts'

/**
 * Withdraws the chosen mails that have not left, held or queued; what is just being handed over is not among
 * them. Their links stay as they are: an invitation stands, and its mail can be sent again.
 * @returns how many mails it concerned
 */
export async function recallMails(db: Db, companyId: string, choice: MailChoice): Promise<number> {
  const { numAffectedRows } = await sql`
    with recalled as (
      select mails.company_id, mails.id from mails
      where ${areChosen(companyId, choice)}
        and (mails.state = 'held' or mails.state in ('queued', 'sending'))
        and mails.handed_over_at is null and not ${isWithdrawn}
      order by mails.id
      for update
    )
    update mails set state = 'withdrawn', answer = ${ownAnswer('recalled')}
    from recalled where mails.company_id = recalled.company_id and mails.id = recalled.id`.execute(
    db,
  )
  return Number(numAffectedRows ?? 0)
}
