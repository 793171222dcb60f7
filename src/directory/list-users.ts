import { sql } from 'kysely'
import type { Language } from '../domain/language.ts'
import type { Permission } from '../domain/permission.ts'
import type { Role } from '../domain/role.ts'
import { asPeopleSort } from './as-people-sort.ts'
import { searches } from './contains.ts'
import type { SortKeys } from './keyset.ts'
import { listPage, type Listed, type ListPage } from './list-page.ts'
import type { Db, UserStatus } from './schema.ts'
import { userColumns } from './user-columns.ts'
import { userContains } from './user-contains.ts'

/** A user as lists show them. */
export interface UserEntry {
  readonly id: string
  readonly email: string
  readonly firstName: string
  readonly lastName: string
  readonly language: Language
  readonly status: UserStatus
  readonly permissions: readonly Permission[]
  readonly rooms: readonly { readonly room: string; readonly role: Role }[]
}

const email = { sql: sql`users.email_key`, type: 'text' } as const
const firstName = { sql: asPeopleSort(sql`users.first_name`), type: 'text' } as const
const lastName = { sql: asPeopleSort(sql`users.last_name`), type: 'text' } as const
const status = { sql: sql`users.status`, type: 'text' } as const

/** What users can be sorted by. */
export const userSorts = {
  email: [email],
  'first-name': [firstName, lastName, email],
  'last-name': [lastName, firstName, email],
  status: [status, email],
} as const satisfies Record<string, SortKeys>

/**
 * Users, with what they were granted and where they have a role of their own. A search looks into the
 * address and into first and last name, as one text.
 */
export async function listUsers(
  db: Db,
  page: ListPage<keyof typeof userSorts>,
): Promise<Listed<UserEntry>> {
  const matching = sql`
    from users where users.company_id = ${page.companyId} and ${userContains(page.search)}`
  const keys = userSorts[page.sort]
  const parts = page.sort === 'email' || searches(page.search) ? undefined : byStatus
  return listPage(db, { columns: userColumns, matching, keys, parts }, page)
}

// A search looks at all users anyway, and does so once. Active users have indexes on their names; whoever is only
// invited has none, which every batch would pay for. By status, each of the two is in the order of the addresses.
const byStatus = {
  table: 'users',
  are: [sql<boolean>`users.status = 'active'`, sql<boolean>`users.status = 'invited'`],
}
