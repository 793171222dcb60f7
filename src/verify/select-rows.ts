import { sql, type RawBuilder } from 'kysely'
import type { StoredRecord } from '../directory/batch-records.ts'
import type { BatchRecord } from '../directory/batches.ts'
import { assumedState } from '../directory/matching-rows.ts'
import type { Db } from '../directory/schema.ts'
import { plannedRow, type PlannedRow, type StoredRow } from './planned-row.ts'

/**
 * Rows of a batch in their order, with all that is stored about each.
 * @param where says which records, of the table `r`, and in which states, `s.state`
 */
export async function selectRows(
  db: Db,
  batch: BatchRecord,
  { where, limit }: { readonly where: RawBuilder<unknown>; readonly limit: number },
): Promise<readonly PlannedRow[]> {
  const { companyId, id } = batch
  const assumed = assumedState(batch)
  // `offset 0` keeps each look-up an index probe per row: as plain joins the planner, without fresh
  // statistics, reads all judgements and results of the batch once per row.
  const { rows } = await sql<Omit<StoredRow, 'fixes'> & { fixes: StoredRecord['fixes'] | null }>`
    select r.position, r.line, r.cells, f.fixes, s.state, j.leader, e.changes,
      o.position is not null as "leftOut",
      case when e.position is not null then e.problems else j.problems end as problems,
      case when e.position is not null then e.notices else j.notices end as notices
    from batch_records r
    left join lateral (
      select state, leader, problems, notices from batch_judgements j
      where j.company_id = r.company_id and j.batch_id = r.batch_id and j.position = r.position
        and ${assumed}::text is not null
      offset 0
    ) j on true
    left join lateral (
      select position, state, problems, notices, changes from batch_results e
      where e.company_id = r.company_id and e.batch_id = r.batch_id and e.position = r.position
      offset 0
    ) e on true
    cross join lateral (select coalesce(e.state, j.state, ${assumed}::text) as state) s
    left join lateral (
      select position from batch_left_out o
      where o.company_id = r.company_id and o.batch_id = r.batch_id and o.position = r.position
      offset 0
    ) o on true
    left join lateral (
      select json_object_agg(field, value) as fixes from batch_fixes f
      where f.company_id = r.company_id and f.batch_id = r.batch_id and f.position = r.position
    ) f on true
    where r.company_id = ${companyId} and r.batch_id = ${id} and ${where}
    order by r.position
    limit ${limit}`.execute(db)
  return rows.map((row) => plannedRow(batch, { ...row, fixes: row.fixes ?? {} }))
}
