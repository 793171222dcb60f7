import { sql } from 'kysely'
import type { EmailAddress } from '../domain/email.ts'
import type { RoomNames } from '../domain/field.ts'
import type { Role } from '../domain/role.ts'
import type { Fact } from './fact.ts'

/** Which role does the user have in a room, by an assignment? The rooms are those that the rows name. */
export const roleInRoom: Fact<
  { readonly email: EmailAddress; readonly rooms: RoomNames },
  (roomId: string) => Role | undefined
> = async ({ tx, companyId }, rows) => {
  const keys = [...new Set(rows.map(({ email }) => email.key))]
  const names = [...new Set(rows.flatMap(({ rooms }) => [rooms.whole, ...rooms.parts]))]
  // `offset 0` twice: find the user by the address, then the user's assignments. Left to itself the
  // planner may go from the rooms to all who are in them, once per row.
  const found = await sql<{ key: string; roomId: string; role: Role }>`
    select asked.key, role."roomId", role.role
    from unnest(${keys}::text[]) as asked (key)
    cross join lateral (
      select u.id from users u
      where u.company_id = ${companyId} and u.email_key = asked.key
      offset 0
    ) known
    cross join lateral (
      select a.room_id as "roomId", a.role from assignments a
      where a.company_id = ${companyId} and a.user_id = known.id
      offset 0
    ) role
    where role."roomId" = any(array(
      select r.id from rooms r where r.company_id = ${companyId} and r.name = any(${names})
    ))`.execute(tx)
  const roles = new Map<string, Map<string, Role>>()
  for (const { key, roomId, role } of found.rows) {
    const known = roles.get(key) ?? new Map<string, Role>()
    roles.set(key, known.set(roomId, role))
  }
  return ({ email }) => {
    const known = roles.get(email.key)
    return (roomId) => known?.get(roomId)
  }
}
