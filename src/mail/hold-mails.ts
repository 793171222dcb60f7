import { sql } from 'kysely'
import type { Tx } from '../directory/schema.ts'
import { heldKinds } from './can-be-held.ts'
import { isWithdrawn } from './mail-state.ts'

/**
 * Holds what a company has queued and what is not just being handed over. Call it in the transaction in
 * which the company begins to hold its mails, after that: whoever queues mails at the same time has either
 * committed by then, so that they are found here, or sees that the company holds them.
 * @returns how many mails it concerned
 */
export async function holdMails(tx: Tx, companyId: string): Promise<number> {
  // In the order of their keys, as all who lock mails do, so that none can block another for good.
  const { numAffectedRows } = await sql`
    with waiting as (
      select mails.company_id, mails.id from mails
      where mails.company_id = ${companyId} and mails.kind = any(${heldKinds}::text[])
        and mails.state in ('queued', 'sending') and mails.handed_over_at is null
        and not ${isWithdrawn}
      order by mails.id
      for update
    )
    update mails set state = 'held'
    from waiting where mails.company_id = waiting.company_id and mails.id = waiting.id`.execute(tx)
  return Number(numAffectedRows ?? 0)
}
