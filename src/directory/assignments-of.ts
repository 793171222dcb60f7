import { sql } from 'kysely'
import type { EmailAddress } from '../domain/email.ts'
import type { Role } from '../domain/role.ts'
import { askedKeys } from './asked-keys.ts'
import type { Fact } from './fact.ts'

/** An assignment, by the room's name. */
export interface RoomRole {
  readonly room: string
  readonly role: Role
}

/** Which assignments does the user have, in all rooms? In the order of the rooms' names. */
export const assignmentsOf: Fact<{ readonly email: EmailAddress }, readonly RoomRole[]> = async (
  { tx, companyId },
  rows,
) => {
  // `offset 0`: from the user to the user's assignments, never from a room to all who are in it.
  const found = await sql<{ key: string; rooms: readonly RoomRole[] }>`
    select asked.key, found.rooms
    from ${askedKeys(rows)}
    cross join lateral (
      select json_agg(json_build_object('room', r.name, 'role', a.role) order by r.name) as rooms
      from (
        select id from users
        where company_id = ${companyId} and email_key = asked.key
        offset 0
      ) u
      cross join lateral (
        select room_id, role from assignments
        where company_id = ${companyId} and user_id = u.id
        offset 0
      ) a
      join rooms r on r.company_id = ${companyId} and r.id = a.room_id
      having count(*) > 0
      offset 0
    ) found`.execute(tx)
  const rooms = new Map(found.rows.map(({ key, rooms }) => [key, rooms]))
  return ({ email }) => rooms.get(email.key) ?? []
}
