import { sql } from 'kysely'
import { RequestError } from '../domain/request-error.ts'
import { inviterName } from './inviter-name.ts'
import type { UserEntry } from './list-users.ts'
import type { Db } from './schema.ts'
import { userColumns } from './user-columns.ts'

/** Names a user; another company's is as if they did not exist. */
export interface UserRef {
  readonly companyId: string
  readonly id: string
}

/** A user looked at closely. */
export interface UserDetails extends UserEntry {
  readonly createdAt: Date
  /** Null for an active user. */
  readonly invitedAt: Date | null
  /** Who invited: a name, else an address; null for who is gone, or nobody in particular. */
  readonly inviter: string | null
  /** When a session or a key of theirs was last used. */
  readonly lastSeenAt: Date | null
  /** How many are open. */
  readonly sessions: number
  readonly keys: number
}

/**
 * A user, with what lets them in.
 * @param user.now sessions and keys that have expired by then do not count
 * @throws RequestError `user-not-found`
 */
export async function findUser(
  db: Db,
  { companyId, id, now }: UserRef & { readonly now: Date },
): Promise<UserDetails> {
  const { rows } = await sql<UserDetails>`
    select ${userColumns}, users.created_at as "createdAt", invitations.issued_at as "invitedAt",
      ${inviterName} as inviter,
      greatest(opened.last_used_at, held.last_used_at) as "lastSeenAt",
      opened.sessions, held.keys
    from users
    left join invitations
      on invitations.company_id = users.company_id and invitations.user_id = users.id
        and users.status = 'invited'
    cross join lateral (
      select max(last_used_at) as last_used_at,
        count(*) filter (where expires_at > ${now})::int as sessions
      from sessions where company_id = users.company_id and user_id = users.id
    ) opened
    cross join lateral (
      select max(last_used_at) as last_used_at,
        count(*) filter (where expires_at is null or expires_at > ${now})::int as keys
      from api_keys where company_id = users.company_id and user_id = users.id
    ) held
    where users.company_id = ${companyId} and users.id = ${id}`.execute(db)
  const [user] = rows
  if (user === undefined) throw new RequestError('user-not-found', { email: id })
  return user
}
