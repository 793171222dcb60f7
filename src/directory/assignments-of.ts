import { sql } from 'kysely'
import type { EmailAddress } from '../domain/email.ts'
import type { Role } from '../domain/role.ts'
import { askedKeys } from './asked-keys.ts'
import type { Fact } from './fact.ts'
import { roomsOfUser } from './rooms-of-user.ts'

/** An assignment, by the room's name. A type, so that it is JSON as well. */
export type RoomRole = { readonly room: string; readonly role: Role }

/** A user, and the roles that assignments give them, in the order of the rooms' names. */
export interface AssignedUser {
  readonly id: string
  readonly rooms: readonly RoomRole[]
}

/** Which user has this address, and which assignments, in all rooms? */
export const assignmentsOf: Fact<
  { readonly email: EmailAddress },
  AssignedUser | undefined
> = async ({ tx, companyId }, rows) => {
  // A row for each room, grouped here: to make a list of each user's took the database half of the time.
  const found = await sql<Found>`
    select asked.key, u.id, r.name as room, a.role
    from ${askedKeys(rows)}
    cross join lateral (
      select id from users where company_id = ${companyId} and email_key = asked.key
      offset 0
    ) u
    ${roomsOfUser(companyId)}
    order by r.name`.execute(tx)
  const users = new Map<string, AssignedUser & { readonly rooms: RoomRole[] }>()
  for (const { key, id, room, role } of found.rows) {
    const rooms = room === null ? [] : [{ room, role }]
    const known = users.get(key)
    if (known === undefined) users.set(key, { id, rooms })
    else known.rooms.push(...rooms)
  }
  return ({ email }) => users.get(email.key)
}

type Found = { readonly key: string; readonly id: string } & (
  | { readonly room: string; readonly role: Role }
  | { readonly room: null; readonly role: null }
)
