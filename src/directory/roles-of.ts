import { sql } from 'kysely'
import type { EmailAddress } from '../domain/email.ts'
import type { RoomNames } from '../domain/field.ts'
import type { Role } from '../domain/role.ts'
import { askedKeys } from './asked-keys.ts'
import { askedNames } from './asked-names.ts'
import type { Fact } from './fact.ts'

/** A user, and the roles that assignments give in the rooms which the rows name, by the rooms' ids. */
export interface UserWithRoles {
  readonly id: string
  readonly roles: ReadonlyMap<string, Role>
}

/** Which user has this address, and which role in the rooms that the row names? */
export const rolesOf: Fact<
  { readonly email: EmailAddress; readonly rooms: RoomNames },
  UserWithRoles | undefined
> = async ({ tx, companyId }, rows) => {
  // `offset 0`: from the user to the user's assignments. Left to itself the planner may go from the rooms to all who
  // are in them, once per row.
  const found = await sql<Found>`
    select asked.key, u.id, a.room_id as "roomId", a.role
    from ${askedKeys(rows)}
    cross join lateral (
      select id from users where company_id = ${companyId} and email_key = asked.key
      offset 0
    ) u
    left join lateral (
      select room_id, role from assignments where company_id = ${companyId} and user_id = u.id
      offset 0
    ) a on a.room_id = any(array(
      select id from rooms where company_id = ${companyId} and name = any(${askedNames(rows)})
    ))`.execute(tx)
  const users = new Map<string, { readonly id: string; roles: Map<string, Role> }>()
  for (const { key, id, roomId, role } of found.rows) {
    if (roomId === null) {
      users.set(key, { id, roles: none })
      continue
    }
    const roles = users.get(key)?.roles ?? new Map<string, Role>()
    users.set(key, { id, roles: roles.set(roomId, role) })
  }
  return ({ email }) => users.get(email.key)
}

// Most users have no role there as yet.
const none = new Map<string, Role>()

type Found = { readonly key: string; readonly id: string } & (
  | { readonly roomId: string; readonly role: Role }
  | { readonly roomId: null; readonly role: null }
)
