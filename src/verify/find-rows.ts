import { sql } from 'kysely'
import {
  findBatch,
  firstRecord,
  rowCount,
  type BatchRecord,
  type BatchRef,
} from '../directory/batches.ts'
import { joinAtOnce, matchingRows } from '../directory/matching-rows.ts'
import type { Db } from '../directory/schema.ts'
import type { RowState } from '../domain/batch.ts'
import type { RowFilter } from '../domain/row-filter.ts'
import type { PlannedRow } from './planned-row.ts'
import { readRows } from './read-rows.ts'
import { selectRows } from './select-rows.ts'

export interface RowPageQuery {
  readonly filter: RowFilter
  /** Where the page begins: behind a position, or after so many rows that match. */
  readonly start: { readonly after: number } | { readonly offset: number }
  readonly limit: number
}

export interface FoundRows {
  readonly rows: readonly PlannedRow[]
  /** How many rows match, on all pages. */
  readonly total: number
}

/**
 * A page of the rows that a filter means, in their order; none once their time was over.
 * @throws RequestError `batch-not-found`
 */
export async function findRows(db: Db, ref: BatchRef, query: RowPageQuery): Promise<FoundRows> {
  const batch = await findBatch(db, ref)
  if (batch.clearedAt !== null) return { rows: [], total: 0 }
  const { filter, start, limit } = query
  const { states, ...others } = filter
  if (Object.values(others).some((asked) => asked !== undefined))
    return await search(db, batch, query)
  const rows = rowCount(batch)
  const total = states?.reduce((sum, state) => sum + batch.totals[state], 0) ?? rows
  if (total === 0) return { rows: [], total }
  if (total === rows) {
    // Positions have no gaps; behind the last row there is nothing, and at some point no number for it either.
    const skipped = 'after' in start ? 0 : Math.min(start.offset, total)
    const after = 'after' in start ? start.after : firstRecord(batch.mapping) - 1 + skipped
    return { rows: await readRows(db, ref, { after, limit }), total }
  }
  const table = tableOfStates(batch, states)
  if (table !== null) return { rows: await readInStates(db, batch, { table, query }), total }
  if ('offset' in start) return await search(db, batch, query)
  return { rows: await readRows(db, ref, { states, after: start.after, limit }), total }
}

/** The table that has every row in one of these states; null where there is none: what is ready is not stored. */
function tableOfStates(
  { state }: BatchRecord,
  states: readonly RowState[] = [],
): 'batch_judgements' | 'batch_results' | null {
  if (state === 'done') return 'batch_results'
  return state === 'verified' && !states.includes('ready') ? 'batch_judgements' : null
}

/** They are counted already: none is looked at that is not passed over or shown. */
async function readInStates(
  db: Db,
  batch: BatchRecord,
  { table, query }: { readonly table: string; readonly query: RowPageQuery },
): Promise<readonly PlannedRow[]> {
  const { filter, start, limit } = query
  const { after, offset } = { after: 0, offset: 0, ...start }
  const where = sql`r.position = any(array(
    select position from ${sql.table(table)}
    where company_id = ${batch.companyId} and batch_id = ${batch.id}
      and position >= ${firstRecord(batch.mapping)} and position > ${after}
      and state = any(${filter.states}::text[])
    order by position limit ${limit} offset ${offset}))`
  return await selectRows(db, batch, { where, limit })
}

async function search(
  db: Db,
  batch: BatchRecord,
  { filter, start, limit }: RowPageQuery,
): Promise<FoundRows> {
  const { after, offset } = { after: 0, offset: 0, ...start }
  const found = await db.transaction().execute(async (tx) => {
    await joinAtOnce(tx)
    const { rows } = await sql<{ total: number; positions: readonly number[] }>`
      with matching as materialized (${matchingRows(batch, filter)})
      select (select count(*)::int from matching) as total, array(
        select position from matching where position > ${after}
        order by position limit ${limit} offset ${offset}
      ) as positions`.execute(tx)
    return rows[0]
  })
  const { total, positions } = found ?? { total: 0, positions: [] }
  const where = sql`r.position = any(${positions}::int[])`
  return { rows: await selectRows(db, batch, { where, limit }), total }
}
