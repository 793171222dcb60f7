import { sql } from 'kysely'
import type { Db, Tx } from '../../directory/schema.ts'
import { RequestError } from '../../domain/request-error.ts'
import { remembered, secondsToWait } from './growing-delay.ts'

/** By what attempts are counted: an account, a device, a network. */
export interface Count {
  /** A keyed digest, so that the table tells neither addresses nor networks. */
  readonly subject: Buffer
  /** So many failures cost no time. */
  readonly free: number
  /** What is said while a delay runs. */
  readonly refusal: 'too-many-sign-ins' | 'too-many-requests'
}

/**
 * Counts an attempt as failed before it is judged, so that many at once count as one after the other. While a delay
 * runs nothing is counted: whoever waits is let try.
 * @throws RequestError as the count says, with the seconds that are left
 */
export async function countAttempt(db: Db, counts: readonly Count[], now: Date): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const counted = await lockCounts(tx, counts, now)
    for (const { subject, free, refusal } of counts) {
      const attempts = counted.find((row) => row.subject.equals(subject))
      const seconds = attempts === undefined ? 0 : secondsToWait(attempts, free, now)
      if (seconds > 0) throw new RequestError(refusal, { seconds })
    }
    await sql`
      update failed_sign_ins set
        failures = case when last_at <= ${remembered(now)} then 1 else failures + 1 end,
        last_at = ${now}
      where subject = any(${counts.map(({ subject }) => subject)}::bytea[])`.execute(tx)
  })
}

interface Counted {
  readonly subject: Buffer
  readonly failures: number
  readonly lastAt: Date
}

// In one order, so that two attempts never wait for each other.
async function lockCounts(
  tx: Tx,
  counts: readonly Count[],
  now: Date,
): Promise<readonly Counted[]> {
  const subjects = counts.map(({ subject }) => subject).toSorted((a, b) => a.compare(b))
  const { rows } = await sql<Counted>`
    insert into failed_sign_ins (subject, failures, last_at)
    select subject, 0, ${now} from unnest(${subjects}::bytea[]) as counted (subject)
    on conflict (subject) do update set failures = failed_sign_ins.failures
    returning subject, failures, last_at as "lastAt"`.execute(tx)
  return rows
}
