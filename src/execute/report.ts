import type { BatchRef } from '../directory/batches.ts'
import type { Db } from '../directory/schema.ts'
import type { RowState } from '../domain/batch.ts'
import { readRows, type PlannedRow } from '../verify/read-rows.ts'

/**
 * Every row of a batch with what became of it, page by page in their order.
 * @param only `problems`: the rows that are `error` or `failed`
 * @throws RequestError `batch-not-found`
 */
export async function* reportRows(
  db: Db,
  ref: BatchRef,
  only: 'all' | 'problems',
): AsyncGenerator<readonly PlannedRow[]> {
  const states: readonly RowState[] | undefined =
    only === 'problems' ? ['error', 'failed'] : undefined
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
