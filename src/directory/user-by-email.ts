import { sql, type RawBuilder } from 'kysely'
import type { EmailAddress } from '../domain/email.ts'
import { askedKeys } from './asked-keys.ts'
import type { Fact } from './fact.ts'
import type { UserStatus } from './schema.ts'

/** A user, as far as the rules of the operations ask. */
export interface KnownUser {
  readonly id: string
  readonly firstName: string
  readonly lastName: string
  readonly status: UserStatus
  /** When the invitation that is valid now was issued; null for active users. */
  readonly invitedAt: Date | null
}

/** Which user has this address? Compared without regard to case. */
export const userByEmail: Fact<{ readonly email: EmailAddress }, KnownUser | undefined> = async (
  { tx, companyId },
  rows,
) => {
  const found = await sql<KnownUser & { readonly key: string }>`
    select asked.key, known.*
    from ${askedKeys(rows)}
    cross join lateral (${userOfAskedKey(companyId)}) known`.execute(tx)
  const users = new Map(found.rows.map((user) => [user.key, user]))
  return ({ email }) => users.get(email.key)
}

/**
 * The user whose address has the key `asked.key`. `offset 0` keeps it an index probe per key: as a
 * plain join the planner may scan all users of the company once per chunk.
 */
export function userOfAskedKey(companyId: string): RawBuilder<KnownUser> {
  return sql<KnownUser>`
    select u.id, u.first_name as "firstName", u.last_name as "lastName", u.status,
      i.issued_at as "invitedAt"
    from users u
    left join invitations i on i.company_id = u.company_id and i.user_id = u.id
    where u.company_id = ${companyId} and u.email_key = asked.key
    offset 0`
}
