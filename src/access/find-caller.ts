import { sql } from 'kysely'
import type { Db } from '../directory/schema.ts'
import type { Language } from '../domain/language.ts'
import type { Permission } from '../domain/permission.ts'
import type { Caller } from './caller.ts'

export interface KeyOwner extends Caller {
  readonly secretHash: Buffer
  readonly lastUsedAt: Date | null
}

/** Whose key it is; undefined when there is no such key (or its user is gone, and the key with them). */
export async function ownerOfKey(
  db: Db,
  key: { companyId: string; keyId: string },
): Promise<KeyOwner | undefined> {
  const { rows } = await sql<CallerRow & { secret_hash: Buffer; last_used_at: Date | null }>`
    select ${callerColumns}, api_keys.secret_hash, api_keys.last_used_at
    from api_keys
    join users on users.company_id = api_keys.company_id and users.id = api_keys.user_id
    join companies on companies.id = users.company_id
    where api_keys.company_id = ${key.companyId} and api_keys.id = ${key.keyId}`.execute(db)
  const row = rows[0]
  return row && { ...callerFrom(row), secretHash: row.secret_hash, lastUsedAt: row.last_used_at }
}

/** The user with this address, compared without regard to case. */
export async function userAsCaller(
  db: Db,
  user: { companyId: string; emailKey: string },
): Promise<Caller | undefined> {
  const { rows } = await sql<CallerRow>`
    select ${callerColumns}
    from users join companies on companies.id = users.company_id
    where users.company_id = ${user.companyId} and users.email_key = ${user.emailKey}`.execute(db)
  return rows[0] && callerFrom(rows[0])
}

/** The company's first administrator: the oldest user with Manage company settings. */
export async function firstAdministrator(db: Db, companyId: string): Promise<Caller | undefined> {
  const { rows } = await sql<CallerRow>`
    select ${callerColumns}
    from users join companies on companies.id = users.company_id
    where users.company_id = ${companyId} and exists (
      select from user_permissions as granted
      where granted.company_id = users.company_id and granted.user_id = users.id
        and granted.permission = 'manage-company-settings')
    order by users.created_at, users.id
    limit 1`.execute(db)
  return rows[0] && callerFrom(rows[0])
}

interface CallerRow {
  readonly company_id: string
  readonly company_name: string
  readonly user_id: string
  readonly email: string
  readonly language: Language
  readonly permissions: readonly Permission[]
}

const callerColumns = sql`
  companies.id as company_id, companies.name as company_name,
  users.id as user_id, users.email, users.language,
  array(
    select permission from user_permissions
    where user_permissions.company_id = users.company_id and user_permissions.user_id = users.id
    order by permission) as permissions`

function callerFrom(row: CallerRow): Caller {
  return {
    actor: {
      companyId: row.company_id,
      userId: row.user_id,
      email: row.email,
      language: row.language,
    },
    company: { id: row.company_id, name: row.company_name },
    permissions: row.permissions,
  }
}
