import { sql } from 'kysely'
import type { Tx } from '../directory/schema.ts'
import { heldKinds } from './can-be-held.ts'
import { isWithdrawn } from './mail-state.ts'

/**
 * Holds what a company has queued. What is just being handed over leaves, or is held should the server not take
 * it now. Call it in the transaction in which the company begins to hold its mails, after that: whoever queues
 * mails at the same time has either committed by then, so that they are found here, or sees that the company
 * holds them.
 * @returns how many mails are held now that were not before
 */
export async function holdMails(tx: Tx, companyId: string): Promise<number> {
  // In the order of their keys, as all who lock mails do, so that none can block another for good.
  const { rows } = await sql<{ held: number }>`
    with waiting as (
      select mails.company_id, mails.id, mails.handed_over_at is not null as leaves from mails
      where mails.company_id = ${companyId} and mails.kind = any(${heldKinds}::text[])
        and mails.state in ('queued', 'sending') and not ${isWithdrawn}
      order by mails.id
      for update
    ), held as (
      update mails set
        state = case when waiting.leaves then mails.state else 'held' end,
        if_not_taken = case when waiting.leaves then coalesce(mails.if_not_taken, 'held') end
      from waiting where mails.company_id = waiting.company_id and mails.id = waiting.id
      returning waiting.leaves
    )
    select count(*) filter (where not leaves)::int as held from held`.execute(tx)
  return rows[0]?.held ?? 0
}
