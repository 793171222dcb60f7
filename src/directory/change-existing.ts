import { sql, type RawBuilder } from 'kysely'
import type { Tx } from './schema.ts'

/** What was to be changed is not there any more: SQLSTATE 40001, as the database says of what was changed meanwhile. */
class GoneMeanwhileError extends Error {
  override readonly name = 'GoneMeanwhileError'
  readonly code = '40001'
}

/**
 * Changes rows that the transaction has found, by an insert that conflicts with each of them. Where somebody deleted one
 * since, there is no conflict, and the insert would bring it back; of an update the database would notice it by itself.
 * @param upsert without `returning`
 * @throws an error with SQLSTATE 40001 when one of the rows was deleted or changed since the transaction began
 */
export async function changeExisting(tx: Tx, upsert: RawBuilder<unknown>): Promise<void> {
  // The insert locks what it conflicts with, and only a row that is quite new was never locked.
  const { rows } = await sql<{ added: boolean }>`
    with put as (${upsert} returning xmax = 0 as added)
    select exists (select from put where added) as added`.execute(tx)
  if (rows[0]?.added !== true) return
  throw new GoneMeanwhileError('What was to be changed was deleted meanwhile.')
}
