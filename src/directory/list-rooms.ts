import { sql } from 'kysely'
import type { Role } from '../domain/role.ts'
import { asPeopleSort } from './as-people-sort.ts'
import { contains } from './contains.ts'
import type { SortKeys } from './keyset.ts'
import { listPage, type Listed, type ListPage } from './list-page.ts'
import { roleRank } from './role-rank.ts'
import { roomColumns, roomCounts, roomsCounted } from './room-columns.ts'
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

// Names are unique as they stand; two of them may differ in case only.
const name = [
  { sql: asPeopleSort(sql`rooms.name`), type: 'text' },
  { sql: sql`rooms.name`, type: 'text' },
] as const

/** What rooms can be sorted by. */
export const roomSorts = {
  name,
  'default-role': [{ sql: roleRank(sql`rooms.default_role`), type: 'bigint' }, ...name],
  users: [{ sql: roomCounts.users, type: 'bigint' }, ...name],
  guests: [{ sql: roomCounts.guests, type: 'bigint' }, ...name],
} as const satisfies Record<string, SortKeys>

/** Rooms; a search looks into their names. */
export async function listRooms(
  db: Db,
  page: ListPage<keyof typeof roomSorts>,
): Promise<Listed<RoomEntry>> {
  const isFound = contains([sql`rooms.name collate "default"`], page.search)
  const matching = sql`
    from ${roomsCounted(page.companyId)} where rooms.company_id = ${page.companyId} and ${isFound}`
  return listPage(db, { columns: roomColumns, matching, keys: roomSorts[page.sort] }, page)
}
