import { sql } from 'kysely'
import type { StoredJudgement } from '../directory/batch-judgements.ts'
import type { StoredRecord } from '../directory/batch-records.ts'
import type { BatchRef } from '../directory/batches.ts'
import type { Db, Tx } from '../directory/schema.ts'

/** A record with what the plan says of it. */
export interface PlannedRecord extends StoredRecord {
  readonly planned: Omit<StoredJudgement, 'position'>
}

/**
 * The records from a position on that are executed together: those of the next positions, and with
 * each user's first row all later ones of the same user, wherever they stand. In their order.
 */
export async function readChunk(
  db: Db | Tx,
  { companyId, id }: BatchRef,
  { from, to }: { readonly from: number; readonly to: number },
): Promise<readonly PlannedRecord[]> {
  const { rows } = await sql<Found>`
    with planned as (
      select r.position, r.line, r.cells, j.state, j.leader, j.basis, j.problems, j.notices
      from batch_records r
      left join batch_judgements j on j.company_id = r.company_id and j.batch_id = r.batch_id
        and j.position = r.position and j.position >= ${from} and j.position < ${to}
      where r.company_id = ${companyId} and r.batch_id = ${id}
        and r.position >= ${from} and r.position < ${to}
        and (j.leader is null or j.state <> 'ready')
      union all
      select r.position, r.line, r.cells, j.state, j.leader, j.basis, j.problems, j.notices
      from batch_judgements j
      join batch_records r on r.company_id = j.company_id and r.batch_id = j.batch_id
        and r.position = j.position
      where j.company_id = ${companyId} and j.batch_id = ${id}
        and j.leader >= ${from} and j.leader < ${to} and j.state = 'ready'
    ), fixed as (
      select position, json_object_agg(field, value) as fixes
      from batch_fixes
      where company_id = ${companyId} and batch_id = ${id}
      group by position
    )
    select planned.*, fixed.fixes
    from planned left join fixed on fixed.position = planned.position
    order by planned.position`.execute(db)
  return rows.map(({ position, line, cells, fixes, ...planned }) => ({
    position,
    line,
    cells,
    fixes: fixes ?? {},
    planned: {
      state: planned.state ?? 'ready',
      leader: planned.leader,
      basis: planned.basis,
      problems: planned.problems ?? [],
      notices: planned.notices ?? [],
    },
  }))
}

type Found = Pick<StoredRecord, 'position' | 'line' | 'cells'> & {
  readonly [K in Exclude<keyof StoredJudgement, 'position'>]: StoredJudgement[K] | null
} & { readonly fixes: StoredRecord['fixes'] | null }
