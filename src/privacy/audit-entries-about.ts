import { sql } from 'kysely'
import type { Db } from '../directory/schema.ts'
import { firstId, pages, pageSize } from './pages.ts'
import type { Pages, Person } from './personal-data.ts'

/** What the audit log says that a user did, and what others did to them: of those, not from where they did it. */
export function auditEntriesAbout(db: Db, { companyId, id }: Person): Pages {
  return pages<{ readonly id: string }>(async (last) => {
    const { rows } = await sql<{ id: string }>`
      select id, at, act, way, actor_kind as "actorKind", actor_id as "actorId",
        case when actor_id = ${id} then address end as address,
        subject_kind as "subjectKind", subject_id as "subjectId", details
      from audit_log
      where company_id = ${companyId} and (actor_id = ${id} or subject_id = ${id})
        and id > ${last?.id ?? firstId}
      order by id limit ${pageSize}`.execute(db)
    return rows
  })
}
