import { sql } from 'kysely'
import type { Tx } from '../../directory/schema.ts'
import type { TokenClaim } from '../../directory/token.ts'
import { RequestError } from '../../domain/request-error.ts'
import { storePassword } from '../passwords/store-password.ts'
import { openPasswordLink } from './open-password-link.ts'

/**
 * Stores the password that somebody chose by a link, and uses the link up: of two at once, one wins. All sessions of
 * the user are over.
 * @throws RequestError `link-unknown`, `link-used`, `link-replaced`, `link-expired`
 */
export async function usePasswordLink(
  tx: Tx,
  claim: TokenClaim,
  { hash, now }: { readonly hash: string; readonly now: Date },
): Promise<void> {
  const { companyId, subjectId: userId, issuedAt } = claim
  const { rows } = await sql`
    delete from password_links
    where company_id = ${companyId} and user_id = ${userId} and issued_at = ${issuedAt}
      and expires_at > ${now}
    returning user_id`.execute(tx)
  if (rows.length === 0) {
    await openPasswordLink(tx, claim, now)
    throw new RequestError('link-unknown')
  }
  await storePassword(tx, { companyId, userId, hash, now })
}
