import { sql } from 'kysely'
import type { Db, Tx } from '../directory/schema.ts'
import type { Claim } from './claim-mails.ts'
import { gather } from './gather.ts'
import { isWithdrawn } from './mail-state.ts'
import { isPaced, takePace, type Pace } from './pace.ts'
import { putOff } from './put-off.ts'

/**
 * Notes in the outbox, right before a claimed mail is handed over, that it is: should the process end before
 * it can record the answer, whoever comes next knows that the mail may have left.
 * @returns a function that says whether the claim may be handed over: not when the mail was withdrawn or
 * held meanwhile, when the lease has run out, or when this minute's mails have left (it is put off then)
 */
export function markHandOvers(
  db: Db,
  { pace, now }: { readonly pace: Pace; readonly now: () => Date },
): (claim: Claim) => Promise<boolean> {
  const markAll = gather(async (claims: readonly Claim[]): Promise<ReadonlySet<string>> => {
    const time = now()
    if (!isPaced(pace)) return await mark(db, claims, time)
    return await db.transaction().execute(async (tx) => {
      const granted = await takePace(tx, claims, { pace, now: time })
      const denied = claims.filter((claim) => !granted.has(claim))
      await putOff(tx, denied, time)
      return await mark(tx, [...granted], time)
    })
  })
  return async (claim) => (await markAll(claim)).has(claim.mail.id)
}

/** @returns the ids of the mails that may be handed over */
async function mark(
  db: Db | Tx,
  claims: readonly Claim[],
  now: Date,
): Promise<ReadonlySet<string>> {
  const rows = claims.map(({ mail, leaseEnd }) => ({
    company_id: mail.companyId,
    id: mail.id,
    lease_end: leaseEnd,
  }))
  const { rows: marked } = await sql<{ id: string }>`
    with claimed as (
      select mails.company_id, mails.id
      from json_to_recordset(${JSON.stringify(rows)}::json)
        as claim (company_id uuid, id uuid, lease_end timestamptz)
      join mails using (company_id, id)
      where mails.state = 'sending' and mails.due_at = claim.lease_end and not ${isWithdrawn}
      order by mails.company_id, mails.id
      for update of mails
    )
    update mails set handed_over_at = ${now}
    from claimed where mails.company_id = claimed.company_id and mails.id = claimed.id
    returning mails.id`.execute(db)
  return new Set(marked.map(({ id }) => id))
}
