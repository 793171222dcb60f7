import { sql, type RawBuilder } from 'kysely'
import type { Db } from '../directory/schema.ts'
import type { Language } from '../domain/language.ts'
import { commonPermissions, type Permission } from '../domain/permission.ts'
import { unlimited, type Caller } from './caller.ts'
import type { Token } from './token-format.ts'

/** Who is behind a token, and what its secret must hash to. */
export interface TokenOwner {
  readonly caller: Caller
  readonly secretHash: Buffer
  readonly lastUsedAt: Date | null
}

/** Whose key it is; undefined when there is none (any more: it has expired, or went with its user). */
export async function ownerOfKey(db: Db, key: Token, now: Date): Promise<TokenOwner | undefined> {
  return await ownerIn(
    db,
    sql`
      select company_id, user_id, id as key_id, null::uuid as session_id, secret_hash, last_used_at
      from api_keys
      where company_id = ${key.companyId} and id = ${key.id}`,
    now,
  )
}

/**
 * Whose session it is; undefined when there is none (any more: it has expired, or the key that opened it has).
 * One of the example company counts with `opensExample` only.
 */
export async function ownerOfSession(
  db: Db,
  token: Token,
  { now, opensExample }: { readonly now: Date; readonly opensExample: boolean },
): Promise<TokenOwner | undefined> {
  return await ownerIn(
    db,
    sql`
      select company_id, user_id, key_id, id as session_id, secret_hash, last_used_at
      from sessions
      where company_id = ${token.companyId} and id = ${token.id} and expires_at > ${now}
        and (opened_by <> 'example' or ${opensExample})`,
    now,
  )
}

/** The user with this id, or with this address, compared without regard to case. */
export async function userAsCaller(
  db: Db,
  user: { companyId: string } & ({ userId: string } | { emailKey: string }),
): Promise<Caller | undefined> {
  const isMeant =
    'userId' in user ? sql`users.id = ${user.userId}` : sql`users.email_key = ${user.emailKey}`
  const { rows } = await sql<CallerRow>`
    select ${callerColumns}
    from users join companies on companies.id = users.company_id
    where users.company_id = ${user.companyId} and ${isMeant}`.execute(db)
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
  readonly first_name: string
  readonly last_name: string
  readonly language: Language
  readonly has_password: boolean
  readonly permissions: readonly Permission[]
}

interface OwnerRow extends CallerRow {
  readonly session_id: string | null
  readonly key_id: string | null
  readonly key_permissions: readonly Permission[] | null
  readonly key_expires_at: Date | null
  readonly secret_hash: Buffer
  readonly last_used_at: Date | null
}

const callerColumns = sql`
  companies.id as company_id, companies.name as company_name,
  users.id as user_id, users.email, users.first_name, users.last_name, users.language,
  exists (
    select from passwords
    where passwords.company_id = users.company_id and passwords.user_id = users.id
  ) as has_password,
  array(
    select permission from user_permissions
    where user_permissions.company_id = users.company_id and user_permissions.user_id = users.id
    order by permission) as permissions`

async function ownerIn(
  db: Db,
  tokens: RawBuilder<unknown>,
  now: Date,
): Promise<TokenOwner | undefined> {
  const { rows } = await sql<OwnerRow>`
    select ${callerColumns}, token.session_id, token.secret_hash, token.last_used_at,
      token.key_id, keys.permissions as key_permissions, keys.expires_at as key_expires_at
    from (${tokens}) as token
    join users on users.company_id = token.company_id and users.id = token.user_id
    join companies on companies.id = users.company_id
    left join api_keys as keys on keys.company_id = token.company_id and keys.id = token.key_id
    where keys.expires_at is null or keys.expires_at > ${now}`.execute(db)
  const [row] = rows
  if (row === undefined) return undefined
  return {
    caller: withinLimits(callerFrom(row), row),
    secretHash: row.secret_hash,
    lastUsedAt: row.last_used_at,
  }
}

function withinLimits(caller: Caller, row: OwnerRow): Caller {
  const { key_id: keyId, key_permissions: listed, session_id: sessionId } = row
  const permissions =
    listed === null ? caller.permissions : commonPermissions(caller.permissions, listed)
  const limits = { permissions: listed, expiresAt: row.key_expires_at }
  return { ...caller, permissions, keyId, limits, sessionId }
}

function callerFrom(row: CallerRow): Caller {
  return {
    actor: {
      companyId: row.company_id,
      userId: row.user_id,
      email: row.email,
      language: row.language,
    },
    firstName: row.first_name,
    lastName: row.last_name,
    company: { id: row.company_id, name: row.company_name },
    permissions: row.permissions,
    hasPassword: row.has_password,
    keyId: null,
    limits: unlimited,
    sessionId: null,
  }
}
