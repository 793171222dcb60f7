import { sql } from 'kysely'
import type { Role } from '../domain/role.ts'
import { findRoom } from './find-room.ts'
import type { Place, SortKeys } from './keyset.ts'
import { listPage, type Listed } from './list-page.ts'
import type { Db, UserStatus } from './schema.ts'
import { userContains } from './user-contains.ts'

/** A user who has a role in a room, and why. */
export interface RoomMember {
  readonly id: string
  readonly email: string
  readonly firstName: string
  readonly lastName: string
  readonly status: UserStatus
  readonly role: Role
  readonly reason: 'assigned' | 'default'
}

/** Those who were assigned come first: theirs are the roles that somebody chose for them. */
export const roomMemberKeys = [
  { sql: sql`(assignments.role is null)::int`, type: 'bigint' },
  { sql: sql`users.email_key`, type: 'text' },
] as const satisfies SortKeys

/**
 * Everybody who was assigned to the room and, where it has a default role, all other users.
 * @throws RequestError `room-not-found`
 */
export async function listRoomMembers(
  db: Db,
  page: {
    readonly companyId: string
    readonly roomId: string
    readonly search?: string | undefined
    readonly after?: Place | undefined
    readonly limit: number
  },
): Promise<Listed<RoomMember>> {
  const { companyId, roomId, after, limit } = page
  const { defaultRole } = await findRoom(db, { companyId, id: roomId })
  const matching = sql`
    from users ${sql.raw(defaultRole === null ? 'join' : 'left join')} assignments
      on assignments.company_id = users.company_id and assignments.user_id = users.id
        and assignments.room_id = ${roomId}
    where users.company_id = ${companyId} and ${userContains(page.search)}`
  const columns = sql`
    users.id, users.email, users.first_name as "firstName", users.last_name as "lastName",
      users.status, coalesce(assignments.role, ${defaultRole}) as role,
      case when assignments.role is null then 'default' else 'assigned' end as reason`
  return listPage(db, { columns, matching, keys: roomMemberKeys }, { order: 'asc', after, limit })
}
