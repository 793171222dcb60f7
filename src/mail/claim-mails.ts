import { sql } from 'kysely'
import type { Db } from '../directory/schema.ts'
import { mailColumns } from './mail-columns.ts'
import { dueMails } from './due-mails.ts'
import { keyRows, mailKeys, type MailKey } from './mail-keys.ts'
import type { Mail } from './mail.ts'
import type { Pace } from './pace.ts'
import { settleLost } from './settle-lost.ts'

/** A mail that this delivery alone may hand over, as long as its lease lasts. */
export interface Claim {
  readonly mail: Mail
  /** How often it was tried before. */
  readonly attempts: number
  readonly leaseEnd: Date
}

interface Claiming {
  readonly pace: Pace
  readonly now: () => Date
  readonly goesOn: () => boolean
}

// Small enough that a slow server does not outlast the lease of the last mail in a chunk.
const chunk = 50

// How long a claim lasts. Mails that a killed process had claimed are taken up again after that.
const lease = 5 * 60_000

// A million mails take half an hour, and what another process has lost meanwhile is not to wait for their end.
const settlePause = 60_000

/**
 * Claims whatever is due and this minute has room for, the longest due first, a few at a time and for all companies, as
 * long as `goesOn` says so. Two deliveries never claim the same mail. What is claimed but not yielded when this ends is
 * given back at once. Mails that another delivery has lost are settled on the way, once a minute.
 */
export async function* claimMails(
  db: Db,
  { pace, now, goesOn }: Claiming,
): AsyncGenerator<Claim, void> {
  const find = () => dueMails(db, { pace, now: now() })
  let settledAt = now()
  for await (const keys of mailKeys({ find, size: chunk, goesOn })) {
    if (+now() - +settledAt >= settlePause) {
      settledAt = now()
      await settleLost(db, settledAt)
    }
    const claims = await claim(db, keys, now())
    let next = 0
    try {
      for (const one of claims) {
        if (!goesOn()) return
        next++
        yield one
      }
    } finally {
      await release(db, claims.slice(next), now())
    }
  }
}

async function claim(db: Db, keys: readonly MailKey[], now: Date): Promise<readonly Claim[]> {
  const leaseEnd = new Date(now.getTime() + lease)
  const { rows } = await sql<Mail & { readonly attempts: number }>`
    with due as (
      select mails.company_id, mails.id
      from ${keyRows(keys)} join mails using (company_id, id)
      where mails.state in ('queued', 'sending') and mails.due_at <= ${now}
        and mails.handed_over_at is null
      for update of mails skip locked
    )
    update mails set state = 'sending', due_at = ${leaseEnd}
    from due join companies on companies.id = due.company_id
    where mails.company_id = due.company_id and mails.id = due.id
    returning ${mailColumns}, mails.attempts`.execute(db)
  return rows.map(({ attempts, ...mail }) => ({ mail, attempts, leaseEnd }))
}

async function release(db: Db, claims: readonly Claim[], now: Date): Promise<void> {
  const [first] = claims
  if (first === undefined) return
  await sql`
    with held as (
      select mails.company_id, mails.id
      from ${keyRows(claims.map(({ mail }) => mail))} join mails using (company_id, id)
      where mails.state = 'sending' and mails.due_at = ${first.leaseEnd}
      order by mails.company_id, mails.id
      for update of mails
    )
    update mails set state = 'queued', due_at = ${now}
    from held where mails.company_id = held.company_id and mails.id = held.id`.execute(db)
}
