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
  const found = await sql<{ key: string; roomId: string; role: Role }>`
    select asked.key, found.*
    from unnest(${keys}::text[]) as asked (key)
    cross join lateral (
      select a.room_id as "roomId", a.role
      from users u
      join assignments a on a.company_id = u.company_id and a.user_id = u.id
      where u.company_id = ${companyId} and u.email_key = asked.key
        and a.room_id = any(array(
          select r.id from rooms r where r.company_id = ${companyId} and r.name = any(${names})
        ))
      offset 0
    ) found`.execute(tx)
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
