import { sql } from 'kysely'
import type { Db } from '../directory/schema.ts'
import { firstId, pages, pageSize } from './pages.ts'
import type { Pages, Person } from './personal-data.ts'

/** The batches that a user brought, or executed. */
export function batchesOf(db: Db, { companyId, id }: Person): Pages {
  return pages<{ readonly id: string }>(async (last) => {
    const { rows } = await sql<{ id: string }>`
      select id, operation, state, source -> 'name' as "sourceName", created_by = ${id} as brought,
        executed_by is not distinct from ${id}::uuid as executed, created_at as "createdAt",
        started_at as "startedAt", finished_at as "finishedAt"
      from batches
      where company_id = ${companyId} and (created_by = ${id} or executed_by = ${id})
        and id > ${last?.id ?? firstId}
      order by id limit ${pageSize}`.execute(db)
    return rows
  })
}
