import { sql } from 'kysely'
import type { Role } from '../domain/role.ts'
import type { Db } from './schema.ts'

/** A room as lists show it. */
export interface RoomEntry {
  readonly id: string
  readonly name: string
  readonly defaultRole: Role | null
  /** Users with a role of their own in the room. */
  readonly users: number
  readonly guests: number
}

/** Rooms by name; `after` is the name of the last one on the page before. */
export async function listRooms(
  db: Db,
  page: { companyId: string; limit: number; after?: string | undefined },
): Promise<readonly RoomEntry[]> {
  const { rows } = await sql<RoomEntry>`
    with page as (
      select * from rooms
      where company_id = ${page.companyId} and name > ${page.after ?? ''}
      order by name
      limit ${page.limit}
    )
    select
      page.id, page.name, page.default_role as "defaultRole",
      (select count(*)::int from assignments
        where assignments.company_id = page.company_id and assignments.room_id = page.id) as users,
      (select count(*)::int from guests
        where guests.company_id = page.company_id and guests.room_id = page.id) as guests
    from page
    order by page.name`.execute(db)
  return rows
}
