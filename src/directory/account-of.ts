import { sql } from 'kysely'
import type { EmailAddress } from '../domain/email.ts'
import type { Language } from '../domain/language.ts'
import type { Permission } from '../domain/permission.ts'
import type { Role } from '../domain/role.ts'
import { askedKeys } from './asked-keys.ts'
import type { RoomRole } from './assignments-of.ts'
import type { Fact } from './fact.ts'
import { roomsOfUser } from './rooms-of-user.ts'
import type { UserStatus } from './schema.ts'

/** All that the directory knows of a user: what is lost when the user is deleted. */
export interface Account {
  readonly id: string
  readonly email: string
  readonly firstName: string
  readonly lastName: string
  readonly language: Language
  readonly status: UserStatus
  readonly permissions: readonly Permission[]
  /** Room names and roles, in the order of the names. */
  readonly rooms: readonly RoomRole[]
}

/** Which account has this address? */
export const accountOf: Fact<{ readonly email: EmailAddress }, Account | undefined> = async (
  { tx, companyId },
  rows,
) => {
  // A row for each room, grouped here: to make a list of each user's took the database half of the time.
  const found = await sql<Found>`
    select asked.key, u.*, r.name as room, a.role,
      (select json_agg(permission order by permission) from user_permissions
       where company_id = ${companyId} and user_id = u.id) as permissions
    from ${askedKeys(rows)}
    cross join lateral (
      select id, email, first_name as "firstName", last_name as "lastName", language, status
      from users where company_id = ${companyId} and email_key = asked.key
      offset 0
    ) u
    ${roomsOfUser(companyId)}
    order by r.name`.execute(tx)
  const accounts = new Map<string, Account & { readonly rooms: RoomRole[] }>()
  for (const { key, room, role, permissions, ...user } of found.rows) {
    const rooms = room === null ? [] : [{ room, role }]
    const known = accounts.get(key)
    if (known === undefined) accounts.set(key, { ...user, permissions: permissions ?? [], rooms })
    else known.rooms.push(...rooms)
  }
  return ({ email }) => accounts.get(email.key)
}

type Found = Omit<Account, 'permissions' | 'rooms'> & {
  readonly key: string
  readonly permissions: readonly Permission[] | null
} & ({ readonly room: string; readonly role: Role } | { readonly room: null; readonly role: null })
