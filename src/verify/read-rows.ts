import { sql } from 'kysely'
import { findBatch, firstRecord, type BatchRef } from '../directory/batches.ts'
import type { Db } from '../directory/schema.ts'
import type { RowState } from '../domain/batch.ts'
import type { PlannedRow } from './planned-row.ts'
import { selectRows } from './select-rows.ts'

export interface RowQuery {
  /** All states unless given. */
  readonly states?: readonly RowState[] | undefined
  /** The position of the last row of the page before. */
  readonly after?: number | undefined
  readonly limit: number
}

/**
 * The next rows of a batch, in their order: to go through all of them takes one look at each. A page
 * of what a filter means, with its total, is `findRows`.
 * @throws RequestError `batch-not-found`
 */
export async function readRows(
  db: Db,
  ref: BatchRef,
  { states, after = 0, limit }: RowQuery,
): Promise<readonly PlannedRow[]> {
  const batch = await findBatch(db, ref)
  // Whoever asks for the problems of a million good rows need not wait for a look at each.
  if (states?.every((state) => batch.totals[state] === 0) === true) return []
  const inState = states === undefined ? sql`true` : sql`s.state = any(${states}::text[])`
  const from = Math.max(after, firstRecord(batch.mapping) - 1)
  return await selectRows(db, batch, { where: sql`r.position > ${from} and ${inState}`, limit })
}
