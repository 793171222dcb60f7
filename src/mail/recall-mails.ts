import { sql } from 'kysely'
import type { Db } from '../directory/schema.ts'
import { chosenMails } from './chosen-mails.ts'
import type { MailChoice } from './mail-choice.ts'
import { keyRows, type MailKey } from './mail-keys.ts'
import { isWithdrawn } from './mail-state.ts'
import { ownAnswer } from './own-answer.ts'

/**
 * Withdraws the chosen mails that have not left, held or queued; what is just being handed over leaves, or is
 * withdrawn should the server not take it now. Their links stay as they are: an invitation stands, and its mail
 * can be sent again. Killed, it has withdrawn some of them; again, it withdraws the others.
 * @returns how many mails are withdrawn now that were not before
 */
export async function recallMails(db: Db, companyId: string, choice: MailChoice): Promise<number> {
  let recalled = 0
  for await (const keys of chosenMails(db, { companyId, choice, are: haveNotLeft })) {
    recalled += await recall(db, keys)
  }
  return recalled
}

const haveNotLeft = sql<boolean>`(mails.state = 'held' or mails.state in ('queued', 'sending'))`

async function recall(db: Db, keys: readonly MailKey[]): Promise<number> {
  const { rows } = await sql<{ recalled: number }>`
    with chosen as (
      select mails.company_id, mails.id, mails.handed_over_at is not null as leaves
      from ${keyRows(keys)} join mails using (company_id, id)
      where ${haveNotLeft} and not ${isWithdrawn}
      order by mails.id
      for update of mails
    ), recalled as (
      update mails set
        state = case when chosen.leaves then mails.state else 'withdrawn' end,
        answer = case when chosen.leaves then mails.answer else ${ownAnswer('recalled')} end,
        if_not_taken = case when chosen.leaves then 'withdrawn' end
      from chosen where mails.company_id = chosen.company_id and mails.id = chosen.id
      returning chosen.leaves
    )
    select count(*) filter (where not leaves)::int as recalled from recalled`.execute(db)
  return rows[0]?.recalled ?? 0
}
