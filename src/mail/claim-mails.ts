import { sql } from 'kysely'
import type { Db } from '../directory/schema.ts'
import { mailColumns } from './mail-columns.ts'
import { keyRows, mailKeys, round, type MailKey } from './mail-keys.ts'
import { mailState } from './mail-state.ts'
import type { Mail } from './mail.ts'

/** A mail that this delivery alone may hand over, as long as its lease lasts. */
export interface Claim {
  readonly mail: Mail
  /** How often it was tried before. */
  readonly attempts: number
  readonly leaseEnd: Date
}

// Small enough that a slow server does not outlast the lease of the last mail in a chunk.
const chunk = 50

// How long a claim lasts. Mails that a killed process had claimed are taken up again after that.
const lease = 5 * 60_000

/**
 * Claims whatever is due, the longest due first, a few at a time and for all companies, as long as
 * `goesOn` says so. Two deliveries never claim the same mail. What is claimed but not yielded when
 * this ends is given back at once.
 */
export async function* claimMails(
  db: Db,
  now: () => Date,
  goesOn: () => boolean,
): AsyncGenerator<Claim, void> {
  for await (const keys of mailKeys({ find: () => dueMails(db, now()), size: chunk, goesOn })) {
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

/** Does this claim still hold? Not if the mail was withdrawn or the lease has run out. */
export async function isStillClaimed(db: Db, { mail, leaseEnd }: Claim): Promise<boolean> {
  const { rows } = await sql`
    select from mails
    where company_id = ${mail.companyId} and id = ${mail.id}
      and ${mailState} = 'sending' and due_at = ${leaseEnd}`.execute(db)
  return rows.length === 1
}

async function dueMails(db: Db, now: Date): Promise<readonly MailKey[]> {
  const { rows } = await sql<MailKey>`
    select company_id as "companyId", id from mails
    where state in ('queued', 'sending') and due_at <= ${now}
    order by due_at, id
    limit ${round}`.execute(db)
  return rows
}

async function claim(db: Db, keys: readonly MailKey[], now: Date): Promise<readonly Claim[]> {
  const leaseEnd = new Date(now.getTime() + lease)
  const { rows } = await sql<Mail & { readonly attempts: number }>`
    with due as (
      select mails.company_id, mails.id
      from ${keyRows(keys)} join mails using (company_id, id)
      where mails.state in ('queued', 'sending') and mails.due_at <= ${now}
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
