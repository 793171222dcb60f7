import { sql } from 'kysely'
import type { EmailAddress } from '../domain/email.ts'
import type { RoomNames } from '../domain/field.ts'
import type { Role } from '../domain/role.ts'
import { askedKeys } from './asked-keys.ts'
import { askedNames } from './asked-names.ts'
import type { Fact } from './fact.ts'
import { userOfAskedKey, type KnownUser } from './user-by-email.ts'

/** A user, and the roles that assignments give in the rooms which the rows name. */
export interface Member {
  readonly user: KnownUser | undefined
  readonly roleIn: (roomId: string) => Role | undefined
}

/** Which user has this address, and which role in the rooms that the row names? */
export const memberByEmail: Fact<
  { readonly email: EmailAddress; readonly rooms: RoomNames },
  Member
> = async ({ tx, companyId }, rows) => {
  const names = askedNames(rows)
  // `offset 0` again: from the user to the user's assignments. Left to itself the planner may go from
  // the rooms to all who are in them, once per row.
  const found = await sql<
    KnownUser & { key: string; roles: Readonly<Record<string, Role>> | null }
  >`
    select asked.key, known.*, named.roles
    from ${askedKeys(rows)}
    cross join lateral (${userOfAskedKey(companyId)}) known
    cross join lateral (
      select json_object_agg(own.room_id, own.role) as roles
      from (
        select a.room_id, a.role from assignments a
        where a.company_id = ${companyId} and a.user_id = known.id
        offset 0
      ) own
      where own.room_id = any(array(
        select r.id from rooms r where r.company_id = ${companyId} and r.name = any(${names})
      ))
    ) named`.execute(tx)
  const members = new Map(found.rows.map((user) => [user.key, user]))
  return ({ email }) => {
    const user = members.get(email.key)
    return { user, roleIn: (roomId) => user?.roles?.[roomId] }
  }
}
