import { sql, type RawBuilder } from 'kysely'
import type { Role } from '../domain/role.ts'
import { asPeopleSort } from './as-people-sort.ts'
import { contains, words } from './contains.ts'
import { countInRooms, type InRoom } from './count-in-rooms.ts'
import type { SortKeys } from './keyset.ts'
import { listPage, type Listed, type ListPage } from './list-page.ts'
import { roleRank } from './role-rank.ts'
import type { Db } from './schema.ts'

/** A room as lists show it. */
export interface RoomEntry extends InRoom {
  readonly id: string
  readonly name: string
  readonly defaultRole: Role | null
}

// Names are unique as they stand; two of them may differ in case only.
const name = [
  { sql: asPeopleSort(sql`rooms.name`), type: 'text' },
  { sql: sql`rooms.name`, type: 'text' },
] as const

// Of `withCounts`.
const counted = {
  sql: sql`coalesce((counted.by_room ->> rooms.id::text)::bigint, 0)`,
  type: 'bigint',
} as const

/** What rooms can be sorted by. */
export const roomSorts = {
  name,
  'default-role': [{ sql: roleRank(sql`rooms.default_role`), type: 'bigint' }, ...name],
  users: [counted, ...name],
  guests: [counted, ...name],
} as const satisfies Record<string, SortKeys>

/** Rooms, with who is in them; a search looks into their names. */
export async function listRooms(
  db: Db,
  page: ListPage<keyof typeof roomSorts>,
): Promise<Listed<RoomEntry>> {
  const { companyId, sort, search } = page
  const isFound = contains([words(sql`rooms.name collate "default"`)], search)
  const matching = sql`from rooms ${withCounts(page)} where rooms.company_id = ${companyId} and ${isFound}`
  const columns = sql`rooms.id, rooms.name, rooms.default_role as "defaultRole"`
  const found = await listPage<Omit<RoomEntry, keyof InRoom>>(
    db,
    { columns, matching, keys: roomSorts[sort] },
    page,
  )
  const inRoom = await countInRooms(
    db,
    companyId,
    found.entries.map(({ id }) => id),
  )
  return { ...found, entries: found.entries.map((room) => ({ ...room, ...inRoom(room.id) })) }
}

/**
 * How many are in each room of a company, where they are sorted by that. As one value: it is counted once, whatever
 * the planner takes the company for, and not at all where nobody asks for it. As a table to join it counted a million
 * once for each of 100 rooms. `offset 0` keeps it one value, wherever it is spoken of.
 */
function withCounts({ companyId, sort }: ListPage<keyof typeof roomSorts>): RawBuilder<unknown> {
  const table = { users: 'assignments', guests: 'guests', name: null, 'default-role': null }[sort]
  if (table === null) return sql``
  return sql`
    cross join (
      select (
        select jsonb_object_agg(room_id, number) from (
          select room_id, count(*) as number from ${sql.table(table)}
          where company_id = ${companyId} group by room_id
        ) of_room
      ) as by_room
      offset 0
    ) counted`
}
