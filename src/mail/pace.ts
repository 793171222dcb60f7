import { sql } from 'kysely'
import type { Tx } from '../directory/schema.ts'
import type { Claim } from './claim-mails.ts'

/** How many mails may be handed over in a minute of the clock, by all processes together; null: any number. */
export interface Pace {
  readonly perMinute: number | null
  /** To the same domain. */
  readonly perMinuteAndDomain: number | null
}

/** Is there any limit? */
export function isPaced({ perMinute, perMinuteAndDomain }: Pace): boolean {
  return perMinute !== null || perMinuteAndDomain !== null
}

/** The minute in which a moment is, and the one after it. */
export function minuteOf(now: Date): Date {
  return new Date(Math.floor(now.getTime() / minute) * minute)
}

export function nextMinute(now: Date): Date {
  return new Date(minuteOf(now).getTime() + minute)
}

/**
 * Takes as many of the claims as this minute has room for, in their order, and counts them: the counts stay
 * locked until the transaction ends, so that several processes never take the same room.
 */
export async function takePace(
  tx: Tx,
  claims: readonly Claim[],
  { pace, now }: { readonly pace: Pace; readonly now: Date },
): Promise<ReadonlySet<Claim>> {
  const domains = [everywhere, ...new Set(claims.map(domainOf))]
  const left = await roomLeft(tx, domains, { pace, now })
  const taken = new Map(domains.map((domain) => [domain, 0]))
  const granted = new Set<Claim>()
  for (const claim of claims) {
    const counts = [everywhere, domainOf(claim)]
    const hasRoom = counts.every((domain) => (taken.get(domain) ?? 0) < (left.get(domain) ?? 0))
    if (!hasRoom) continue
    for (const domain of counts) taken.set(domain, (taken.get(domain) ?? 0) + 1)
    granted.add(claim)
  }
  await count(tx, taken, now)
  return granted
}

const minute = 60_000

// The name under which all mails of a minute are counted, whatever their domain.
const everywhere = ''

function domainOf({ mail: { recipient } }: Claim): string {
  return recipient.slice(recipient.lastIndexOf('@') + 1).toLowerCase()
}

async function roomLeft(
  tx: Tx,
  domains: readonly string[],
  { pace, now }: { readonly pace: Pace; readonly now: Date },
): Promise<ReadonlyMap<string, number>> {
  await sql`
    insert into mail_pace (domain, minute, mails)
    select domain, ${minuteOf(now)}, 0 from unnest(${domains}::text[]) as paced (domain)
    order by domain
    on conflict do nothing`.execute(tx)
  const { rows } = await sql<{ domain: string; mails: number }>`
    select domain, mails from mail_pace
    where minute = ${minuteOf(now)} and domain = any(${domains}::text[])
    order by domain
    for update`.execute(tx)
  return new Map(
    rows.map(({ domain, mails }) => {
      const limit = domain === everywhere ? pace.perMinute : pace.perMinuteAndDomain
      return [domain, (limit ?? Infinity) - mails]
    }),
  )
}

async function count(tx: Tx, taken: ReadonlyMap<string, number>, now: Date): Promise<void> {
  await sql`
    update mail_pace set mails = mail_pace.mails + taken.mails
    from unnest(${[...taken.keys()]}::text[], ${[...taken.values()]}::int[]) as taken (domain, mails)
    where mail_pace.minute = ${minuteOf(now)} and mail_pace.domain = taken.domain`.execute(tx)
}
