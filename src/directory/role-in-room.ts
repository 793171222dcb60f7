import { sql } from 'kysely'
import type { EmailAddress } from '../domain/email.ts'
import type { RoomNames } from '../domain/field.ts'
import type { Role } from '../domain/role.ts'
import type { Fact } from './fact.ts'

/** Which role does the user have in a room, by an assignment? The rooms are those that the row names. */
export const roleInRoom: Fact<
  { readonly email: EmailAddress; readonly rooms: RoomNames },
  (roomId: string) => Role | undefined
> = async ({ tx, companyId }, rows) => {
  const pairs = new Map<string, readonly [key: string, room: string]>()
  for (const { email, rooms } of rows) {
    for (const name of [rooms.whole, ...rooms.parts]) {
      pairs.set(`${email.key}\n${name}`, [email.key, name])
    }
  }
  const asked = [...pairs.values()]
  const found = await sql<{ key: string; roomId: string; role: Role }>`
    select asked.key, found.*
    from unnest(${asked.map(([key]) => key)}::text[], ${asked.map(([, room]) => room)}::text[])
      as asked (key, room)
    cross join lateral (
      select r.id as "roomId", a.role
      from users u
      join rooms r on r.company_id = u.company_id and r.name = asked.room
      join assignments a
        on a.company_id = u.company_id and a.user_id = u.id and a.room_id = r.id
      where u.company_id = ${companyId} and u.email_key = asked.key
      offset 0
    ) found`.execute(tx)
  const roles = new Map(found.rows.map(({ key, roomId, role }) => [`${key}\n${roomId}`, role]))
  return ({ email }) =>
    (roomId) =>
      roles.get(`${email.key}\n${roomId}`)
}
