import type { BatchRef } from '../directory/batches.ts'
import type { Db } from '../directory/schema.ts'
import type { RowState } from '../domain/batch.ts'
import type { PlannedRow } from '../verify/planned-row.ts'
import { readRows } from '../verify/read-rows.ts'

/**
 * Every row of a batch with what became of it, page by page in their order.
 * @param states only the rows that are in one of these; all unless given
 * @throws RequestError `batch-not-found`
 */
export async function* reportRows(
  db: Db,
  ref: BatchRef,
  states?: readonly RowState[],
): AsyncGenerator<readonly PlannedRow[]> {
  let after = 0
  for (;;) {
    const rows = await readRows(db, ref, { states, after, limit: pageSize })
    const last = rows.at(-1)
    if (last === undefined) return
    yield rows
    after = last.position
  }
}

const pageSize = 2_000
