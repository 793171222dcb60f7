import { setTimeout as delay } from 'node:timers/promises'
import { sql, type RawBuilder } from 'kysely'
import type { Db, Tx } from '../directory/schema.ts'
import { sqlState } from '../directory/sql-state.ts'

/**
 * Tells that this transaction makes work for the company, before it asks for a job. A job that waits already takes the
 * place of another: it may begin before the work is committed, and must not find nothing and end.
 */
export async function announceWork(tx: Tx, companyId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock_shared(${keyOf(companyId)})`.execute(tx)
}

/**
 * Waits until all work that is announced for the company can be seen, or is given up. Not for ever: a process that hangs
 * with its announcement uncommitted must not keep the company's other batches waiting. What it commits later is found
 * with the next minute.
 */
export async function whenWorkIsSeen(db: Db, companyId: string): Promise<void> {
  for (let tries = 1; tries <= mostTries; tries++) {
    if (await canSeeAll(db, companyId)) return
    // Lets those go first who announce more, and would wait behind us.
    await delay(20)
  }
}

// A transaction of its own: whoever looks for the work afterwards sees all of it, and keeps nobody waiting.
async function canSeeAll(db: Db, companyId: string): Promise<boolean> {
  try {
    await db.transaction().execute(async (tx) => {
      await sql`select set_config('lock_timeout', ${patience}, true)`.execute(tx)
      await sql`select pg_advisory_xact_lock(${keyOf(companyId)})`.execute(tx)
    })
    return true
  } catch (error) {
    if (sqlState(error) === lockNotAvailable) return false
    throw error
  }
}

// Shorter than whoever announces waits, who has the batch locked with a limit of a second (lockBatch).
const patience = '250ms'
const mostTries = 12
const lockNotAvailable = '55P03'

function keyOf(companyId: string): RawBuilder<unknown> {
  return sql`hashtextextended(${`roster work ${companyId}`}, 0)`
}
