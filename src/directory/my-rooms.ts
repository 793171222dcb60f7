import { sql, type RawBuilder } from 'kysely'
import type { Role } from '../domain/role.ts'
import type { Actor } from './actor.ts'
import { contains, words } from './contains.ts'
import type { Place } from './keyset.ts'
import { listPage, type Listed } from './list-page.ts'
import { roomSorts } from './list-rooms.ts'
import type { Db } from './schema.ts'

/** A room that a user may enter. */
export interface MyRoom {
  readonly id: string
  readonly name: string
  readonly role: Role
  readonly reason: 'assigned' | 'default'
  readonly defaultRole: Role | null
}

/** The rooms that a user may enter, by name; a search looks into their names. */
export async function listMyRooms(
  db: Db,
  page: Who & {
    readonly search?: string | undefined
    readonly after?: Place | undefined
    readonly limit: number
  },
): Promise<Listed<MyRoom>> {
  const isFound = contains([words(sql`rooms.name collate "default"`)], page.search)
  const matching = sql`${roomsOpenTo(page)} and ${isFound}`
  return listPage(db, { columns, matching, keys: myRoomKeys }, { ...page, order: 'asc' })
}

export const myRoomKeys = roomSorts.name

/** One of them; undefined for a room that they may not enter, whether there is such a room or not. */
export async function findMyRoom(
  db: Db,
  { id, ...user }: Who & { readonly id: string },
): Promise<MyRoom | undefined> {
  const { rows } = await sql<MyRoom>`
    select ${columns} ${roomsOpenTo(user)} and rooms.id = ${id}`.execute(db)
  return rows[0]
}

// The assignment overrides the room's default role. Who has neither cannot enter: nothing is not true of null.
const role = sql`coalesce(assignments.role, rooms.default_role)`

const columns = sql`
  rooms.id, rooms.name, ${role} as role, rooms.default_role as "defaultRole",
  case when assignments.role is null then 'default' else 'assigned' end as reason`

type Who = Pick<Actor, 'companyId' | 'userId'>

function roomsOpenTo({ companyId, userId }: Who): RawBuilder<unknown> {
  return sql`
    from rooms left join assignments
      on assignments.company_id = rooms.company_id and assignments.room_id = rooms.id
        and assignments.user_id = ${userId}
    where rooms.company_id = ${companyId} and ${role} <> 'No access'`
}
