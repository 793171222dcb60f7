import { sql } from 'kysely'
import type { Language } from '../domain/language.ts'
import type { Permission } from '../domain/permission.ts'
import type { Role } from '../domain/role.ts'
import type { Db, UserStatus } from './schema.ts'

/** A user as lists show them. */
export interface UserEntry {
  readonly id: string
  readonly email: string
  /** What the list is ordered by: give it as `after` to go on behind this user. */
  readonly emailKey: string
  readonly firstName: string
  readonly lastName: string
  readonly language: Language
  readonly status: UserStatus
  readonly permissions: readonly Permission[]
  readonly rooms: readonly { readonly room: string; readonly role: Role }[]
}

/** Users by address, with what they were granted and where they have a role of their own. */
export async function listUsers(
  db: Db,
  page: { companyId: string; limit: number; after?: string | undefined },
): Promise<readonly UserEntry[]> {
  const { rows } = await sql<UserEntry>`
    with page as (
      select * from users
      where company_id = ${page.companyId} and email_key > ${page.after ?? ''}
      order by email_key
      limit ${page.limit}
    )
    select
      page.id, page.email, page.email_key as "emailKey", page.first_name as "firstName",
      page.last_name as "lastName", page.language, page.status,
      array(
        select permission from user_permissions as granted
        where granted.company_id = page.company_id and granted.user_id = page.id
        order by permission) as permissions,
      coalesce(assigned.rooms, '[]'::json) as rooms
    from page
    left join lateral (
      select json_agg(json_build_object('room', rooms.name, 'role', assignments.role) order by rooms.name) as rooms
      from assignments
      join rooms on rooms.company_id = assignments.company_id and rooms.id = assignments.room_id
      where assignments.company_id = page.company_id and assignments.user_id = page.id
    ) as assigned on true
    order by page.email_key`.execute(db)
  return rows
}
