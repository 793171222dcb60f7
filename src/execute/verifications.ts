import { sql } from 'kysely'
import type { BatchRef } from '../directory/batches.ts'
import type { Db } from '../directory/schema.ts'
import type { Totals } from '../domain/batch.ts'
import { newId } from '../domain/id.ts'

/** A verification that has begun and not ended, in whichever process. */
export interface Verification {
  /** How far it has come; null: its first rows are not judged yet. */
  readonly totals: Totals | null
}

/** A verification of this process, which whoever watches the batch sees until it is disposed of. */
export interface VerificationUnderway extends AsyncDisposable {
  report(totals: Totals): void
}

/**
 * Notes that a verification has begun. How far it comes is written at most twice a second, and beside its transaction,
 * of which nobody sees anything before its end. What cannot be written is not missed: it is for the eye only.
 */
export async function beginVerification(
  db: Db,
  { companyId, id: batchId }: BatchRef,
): Promise<VerificationUnderway> {
  const id = newId()
  let totals: Totals | null = null
  let writing: Promise<unknown> = Promise.resolve()
  const write = async () => {
    const told = totals === null ? null : JSON.stringify(totals)
    await sql`
      insert into batch_verifications (company_id, batch_id, id, totals)
      values (${companyId}, ${batchId}, ${id}, ${told})
      on conflict (company_id, batch_id, id) do update set totals = excluded.totals, seen_at = now()`
      .execute(db)
      .catch(() => undefined)
  }
  await write()
  // Also where nothing has changed: a verification that says nothing for long counts as lost.
  const timer = setInterval(() => void (writing = writing.then(write)), betweenWrites)
  return {
    report: (judged) => void (totals = judged),
    async [Symbol.asyncDispose]() {
      clearInterval(timer)
      await writing
      await forget(db, { companyId, batchId, id }).catch(() => undefined)
    },
  }
}

/** The verification of a batch that is under way; undefined where none is. */
export async function findVerification(
  db: Db,
  { companyId, id }: BatchRef,
): Promise<Verification | undefined> {
  // Of several only one is at work: the others wait for it, and may be refused.
  const { rows } = await sql<Verification>`
    select totals from batch_verifications
    where company_id = ${companyId} and batch_id = ${id}
      and seen_at > now() - ${lostAfter}::interval
    order by totals is null
    limit 1`.execute(db)
  return rows[0]
}

const betweenWrites = 500

// Its process was killed, or hangs. By the clock of the database, which all processes share.
const lostAfter = '10 seconds'

async function forget(
  db: Db,
  { companyId, batchId, id }: { companyId: string; batchId: string; id: string },
): Promise<void> {
  await sql`
    delete from batch_verifications
    where company_id = ${companyId} and batch_id = ${batchId}
      and (id = ${id} or seen_at <= now() - ${lostAfter}::interval)`.execute(db)
}
