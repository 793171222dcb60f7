import { sql } from 'kysely'
import type { Db } from '../directory/schema.ts'
import { chosenMails } from './chosen-mails.ts'
import { areChosen, type MailChoice } from './mail-choice.ts'
import { keyRows, type MailKey } from './mail-keys.ts'
import { isWithdrawn } from './mail-state.ts'

interface Release {
  readonly choice: MailChoice
  readonly now: Date
}

/**
 * Queues the chosen mails that are held, to leave at once. Killed, it has queued some of them; again, it queues the
 * others.
 * @returns how many mails it concerned
 */
export async function releaseMails(
  db: Db,
  companyId: string,
  { choice, now }: Release,
): Promise<number> {
  await tryAgain(db, companyId, choice)
  let released = 0
  for await (const keys of chosenMails(db, { companyId, choice, are: areHeld })) {
    released += await release(db, keys, now)
  }
  return released
}

const areHeld = sql<boolean>`mails.state = 'held'`

// What was held while it was being handed over is tried again after all, should the server not take it now.
async function tryAgain(db: Db, companyId: string, choice: MailChoice): Promise<void> {
  await sql`
    with leaving as (
      select mails.company_id, mails.id from mails
      where ${areChosen(companyId, choice)} and mails.state = 'sending'
        and mails.if_not_taken = 'held'
      order by mails.id
      for update
    )
    update mails set if_not_taken = null
    from leaving where mails.company_id = leaving.company_id and mails.id = leaving.id`.execute(db)
}

async function release(db: Db, keys: readonly MailKey[], now: Date): Promise<number> {
  const { numAffectedRows } = await sql`
    with released as (
      select mails.company_id, mails.id
      from ${keyRows(keys)} join mails using (company_id, id)
      where ${areHeld} and not ${isWithdrawn}
      order by mails.id
      for update of mails
    )
    update mails set state = 'queued', due_at = ${now}
    from released where mails.company_id = released.company_id and mails.id = released.id`.execute(
    db,
  )
  return Number(numAffectedRows ?? 0)
}
