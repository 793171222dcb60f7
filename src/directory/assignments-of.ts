import { sql } from 'kysely'
import type { EmailAddress } from '../domain/email.ts'
import type { Role } from '../domain/role.ts'
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
  const keys = [...new Set(rows.map(({ email }) => email.key))]
  const found = await sql<{ key: string; rooms: readonly RoomRole[] }>`
    select asked.key, found.rooms
    from unnest(${keys}::text[]) as asked (key)
    cross join lateral (
      select json_agg(json_build_object('room', r.name, 'role', a.role) order by r.name) as rooms
      from users u
      join assignments a on a.company_id = u.company_id and a.user_id = u.id
      join rooms r on r.company_id = a.company_id and r.id = a.room_id
      where u.company_id = ${companyId} and u.email_key = asked.key
      having count(*) > 0
      offset 0
    ) found`.execute(tx)
  const rooms = new Map(found.rows.map(({ key, rooms }) => [key, rooms]))
  return ({ email }) => rooms.get(email.key) ?? []
}
