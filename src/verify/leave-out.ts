import { sql } from 'kysely'
import { countLeftOut, setLeftOut } from '../directory/batch-left-out.ts'
import {
  firstRecord,
  lockBatch,
  rowCount,
  type BatchRecord,
  type BatchRef,
} from '../directory/batches.ts'
import { joinAtOnce, matchingRows } from '../directory/matching-rows.ts'
import type { Db } from '../directory/schema.ts'
import { RequestError } from '../domain/request-error.ts'
import type { RowFilter } from '../domain/row-filter.ts'
import { backToDraft } from './back-to-draft.ts'
import { mustBeChangeable } from './must-be-changeable.ts'

export interface LeavingOut {
  /** False: they are taken back. */
  readonly leftOut: boolean
  /** Rows by their number, counted from 1, or all that a filter means. */
  readonly which: { readonly rows: readonly number[] } | { readonly filter: RowFilter }
}

/**
 * Takes rows out of a batch, or back into it; then the batch must be verified again. Their corrections stay.
 * @returns how many were not so before
 * @throws RequestError `batch-not-found`, `row-not-found`, `illegal-move`
 */
export async function leaveOut(
  db: Db,
  ref: BatchRef,
  { leftOut, which }: LeavingOut,
): Promise<number> {
  return await db.transaction().execute(async (tx) => {
    const batch = await lockBatch(tx, ref)
    mustBeChangeable(batch)
    const positions =
      'rows' in which ? positionsOf(batch, which.rows) : matchingRows(batch, which.filter)
    await joinAtOnce(tx)
    const changed = await setLeftOut(tx, ref, { leftOut, positions })
    if (changed === 0) return changed
    await countLeftOut(tx, batch)
    await backToDraft(tx, ref)
    return changed
  })
}

function positionsOf(batch: BatchRecord, rows: readonly number[]) {
  const unknown = rows.find((row) => row < 1 || row > rowCount(batch))
  if (unknown !== undefined) throw new RequestError('row-not-found', { row: unknown })
  const positions = rows.map((row) => firstRecord(batch.mapping) + row - 1)
  return sql`select distinct position from unnest(${positions}::int[]) as named (position)`
}
