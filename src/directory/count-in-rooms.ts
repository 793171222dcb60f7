import { sql } from 'kysely'
import type { Db } from './schema.ts'

/** How many are in a room. */
export interface InRoom {
  /** Users with a role of their own. */
  readonly users: number
  readonly guests: number
}

/**
 * Counts who is in these rooms, in one pass for all of them: counted room by room, 2,000 rooms of which one has half of
 * all assignments took 14 s, for then the planner reads them all for each.
 * @param rooms ids
 */
export async function countInRooms(
  db: Db,
  companyId: string,
  rooms: readonly string[],
): Promise<(room: string) => InRoom> {
  const { rows } = await sql<InRoom & { readonly room: string }>`
    select room_id as room, sum(users)::int as users, sum(guests)::int as guests
    from (
      select room_id, count(*) as users, 0 as guests from assignments
      where company_id = ${companyId} and room_id = any(${rooms}) group by room_id
      union all
      select room_id, 0, count(*) from guests
      where company_id = ${companyId} and room_id = any(${rooms}) group by room_id
    ) counted
    group by room_id`.execute(db)
  const counted = new Map(rows.map(({ room, users, guests }) => [room, { users, guests }]))
  return (room) => counted.get(room) ?? nobody
}

const nobody: InRoom = { users: 0, guests: 0 }
