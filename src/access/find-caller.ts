import { sql, type RawBuilder } from 'kysely'
import type { Db } from '../directory/schema.ts'
import type { Language } from '../domain/language.ts'
import type { Permission } from '../domain/permission.ts'
import type { Caller } from './caller.ts'
import type { Token } from './token-format.ts'

/** Who is behind a token, and what its secret must hash to. */
export interface TokenOwner {
  readonly caller: Caller
  readonly secretHash: Buffer
  readonly lastUsedAt: Date | null
}

/** Whose key it is; undefined when there is no such key (or its user is gone, and the key with them). */
export async function ownerOfKey(db: Db, key: Token): Promise<TokenOwner | undefined> {
  return await ownerIn(
    db,
    sql`
      select company_id, user_id, id as key_id, secret_hash, last_used_at from api_keys
      where company_id = ${key.companyId} and id = ${key.id}`,
  )
}

/** Whose session it is; undefined when there is none, any more. One without a key counts with `opensExample` only. */
export async function ownerOfSession(
  db: Db,
  token: Token,
  { now, opensExample }: { readonly now: Date; readonly opensExample: boolean },
): Promise<TokenOwner | undefined> {
  return await ownerIn(
    db,
    sql`
      select company_id, user_id, key_id, secret_hash, last_used_at from sessions
      where company_id = ${token.companyId} and id = ${token.id} and expires_at > ${now}
        and (key_id is not null or ${opensExample})`,
  )
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

interface OwnerRow extends CallerRow {
  readonly key_id: string | null
  readonly secret_hash: Buffer
  readonly last_used_at: Date | null
}

const callerColumns = sql`
  companies.id as company_id, companies.name as company_name,
  users.id as user_id, users.email, users.language,
  array(
    select permission from user_permissions
    where user_permissions.company_id = users.company_id and user_permissions.user_id = users.id
    order by permission) as permissions`

async function ownerIn(db: Db, tokens: RawBuilder<unknown>): Promise<TokenOwner | undefined> {
  const { rows } = await sql<OwnerRow>`
    select ${callerColumns}, token.key_id, token.secret_hash, token.last_used_at
    from (${tokens}) as token
    join users on users.company_id = token.company_id and users.id = token.user_id
    join companies on companies.id = users.company_id`.execute(db)
  const [row] = rows
  if (row === undefined) return undefined
  const caller = { ...callerFrom(row), keyId: row.key_id }
  return { caller, secretHash: row.secret_hash, lastUsedAt: row.last_used_at }
}

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
    keyId: null,
  }
}
