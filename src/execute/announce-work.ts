import { sql, type RawBuilder } from 'kysely'
import type { Db, Tx } from '../directory/schema.ts'

/**
 * Tells that this transaction makes work for the company, before it asks for a job. A job that waits already takes the
 * place of another: it may begin before the work is committed, and must not find nothing and end.
 */
export async function announceWork(tx: Tx, companyId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock_shared(${keyOf(companyId)})`.execute(tx)
}

/** Waits until all work that is announced for the company can be seen, or is given up. */
export async function whenWorkIsSeen(db: Db, companyId: string): Promise<void> {
  // A transaction of its own: whoever looks for the work afterwards sees all of it, and keeps nobody waiting.
  await sql`select pg_advisory_xact_lock(${keyOf(companyId)})`.execute(db)
}

function keyOf(companyId: string): RawBuilder<unknown> {
  return sql`hashtextextended(${`roster work ${companyId}`}, 0)`
}
