import { sql } from 'kysely'
import type { Tx } from '../directory/schema.ts'
import type { Claim } from './claim-mails.ts'
import { keyRows } from './mail-keys.ts'
import { nextMinute } from './pace.ts'

/** Gives claimed mails back, to be tried in the next minute. */
export async function putOff(tx: Tx, claims: readonly Claim[], now: Date): Promise<void> {
  const [first] = claims
  if (first === undefined) return
  await sql`
    with claimed as (
      select mails.company_id, mails.id
      from ${keyRows(claims.map(({ mail }) => mail))} join mails using (company_id, id)
      where mails.state = 'sending' and mails.handed_over_at is null
      order by mails.company_id, mails.id
      for update of mails
    )
    update mails set state = 'queued', due_at = ${nextMinute(now)}
    from claimed where mails.company_id = claimed.company_id and mails.id = claimed.id`.execute(tx)
}
