import { sql } from 'kysely'
import type { EmailAddress } from '../domain/email.ts'
import type { Language } from '../domain/language.ts'
import type { Permission } from '../domain/permission.ts'
import { askedKeys } from './asked-keys.ts'
import type { Fact } from './fact.ts'
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
  readonly rooms: readonly { readonly room: string; readonly role: string }[]
}

/** Which account has this address? */
export const accountOf: Fact<{ readonly email: EmailAddress }, Account | undefined> = async (
  { tx, companyId },
  rows,
) => {
  const found = await sql<Account & { key: string }>`
    select asked.key, found.*
    from ${askedKeys(rows)}
    cross join lateral (
      select u.id, u.email, u.first_name as "firstName", u.last_name as "lastName", u.language,
        u.status,
        coalesce((
          select json_agg(p.permission order by p.permission)
          from user_permissions p
          where p.company_id = u.company_id and p.user_id = u.id
        ), '[]') as permissions,
        coalesce((
          select json_agg(json_build_object('room', r.name, 'role', a.role) order by r.name)
          from (
            select company_id, room_id, role from assignments
            where company_id = u.company_id and user_id = u.id
            offset 0
          ) a
          join rooms r on r.company_id = a.company_id and r.id = a.room_id
        ), '[]') as rooms
      from users u
      where u.company_id = ${companyId} and u.email_key = asked.key
      offset 0
    ) found`.execute(tx)
  const accounts = new Map(found.rows.map(({ key, ...account }) => [key, account]))
  return ({ email }) => accounts.get(email.key)
}
