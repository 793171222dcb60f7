import { sql } from 'kysely'
import type { Db, Tx } from '../../directory/schema.ts'

/** For whom a link is issued, and from when until when it opens. */
interface Issue {
  readonly companyId: string
  readonly userId: string
  readonly issuedAt: Date
  readonly expiresAt: Date
}

/**
 * Lets an active user choose a password by a link that is handed over, not mailed; every earlier one is replaced.
 * @returns false where the user is not active: an invitation is what they need
 */
export async function issuePasswordLink(db: Db | Tx, issue: Issue): Promise<boolean> {
  const { companyId, userId, issuedAt, expiresAt } = issue
  const { rows } = await sql`
    insert into password_links (company_id, user_id, issued_at, expires_at)
    select company_id, id, ${issuedAt}::timestamptz, ${expiresAt}::timestamptz from users
    where company_id = ${companyId} and id = ${userId} and status = 'active'
    on conflict (company_id, user_id) do update
      set issued_at = excluded.issued_at, expires_at = excluded.expires_at
    returning user_id`.execute(db)
  return rows.length > 0
}
