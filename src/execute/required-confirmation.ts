import { sql } from 'kysely'
import type { BatchRecord } from '../directory/batches.ts'
import type { Db, Tx } from '../directory/schema.ts'
import { operationNamed } from '../operations/index.ts'

/** From which numbers on a batch must be confirmed by stating them. */
export interface Guards {
  /** Percent of the company's users. */
  readonly deletions: number
  readonly mails: number
}

/** The numbers that must be stated; a key that is absent need not be. */
export interface Confirmation {
  readonly deletions?: number | undefined
  readonly mails?: number | undefined
}

/** What must be confirmed before a verified batch is executed: many deletions, many mails. */
export async function requiredConfirmation(
  db: Db | Tx,
  batch: BatchRecord,
  guards: Guards,
): Promise<Confirmation> {
  const { ready, mails } = batch.totals
  return {
    ...((await deletesTooMany(db, batch, guards)) && { deletions: ready }),
    ...(mails > guards.mails && { mails }),
  }
}

async function deletesTooMany(db: Db | Tx, batch: BatchRecord, guards: Guards): Promise<boolean> {
  if (operationNamed(batch.operation).deletesUsers !== true || batch.totals.ready === 0)
    return false
  if (guards.deletions === 0) return true
  // With so many users it is not too many: a list of batches must not count a million users for each.
  const enough = Math.ceil((batch.totals.ready * 100) / guards.deletions)
  const { rows } = await sql<{ users: number }>`
    select count(*)::int as users from (
      select from users where company_id = ${batch.companyId} limit ${enough}
    ) counted`.execute(db)
  return (rows[0]?.users ?? 0) < enough
}
