import { lockUsers } from '../../directory/lock-users.ts'
import type { Tx } from '../../directory/schema.ts'
import type { TokenClaim } from '../../directory/token.ts'
import type { Language } from '../../domain/language.ts'
import { RequestError } from '../../domain/request-error.ts'
import type { Caller } from '../caller.ts'
import { userAsCaller } from '../find-caller.ts'
import { storePassword } from '../passwords/store-password.ts'
import { findInvitation } from './find-invitation.ts'
import { mustBeOpen } from './judge-invitation.ts'

/** What an invited person says of themselves. */
export interface Acceptance {
  readonly firstName: string
  readonly lastName: string
  readonly language: Language
  /** By `hashChosenPassword`. */
  readonly passwordHash: string
  readonly now: Date
}

/**
 * Makes an invited user an active one; the invitation ends. It judges the link anew behind a lock: of two who accept in
 * the same moment one wins, and who was deleted or invited again meanwhile is not let in.
 * @throws RequestError `link-withdrawn`, `link-used`, `link-replaced`, `link-expired`
 */
export async function acceptInvitation(
  tx: Tx,
  claim: TokenClaim,
  { firstName, lastName, language, passwordHash: hash, now }: Acceptance,
): Promise<Caller> {
  const { companyId, subjectId: userId } = claim
  await lockUsers({ tx, companyId }, [userId])
  mustBeOpen(await findInvitation(tx, claim), claim, now)
  await tx
    .updateTable('users')
    .set({ first_name: firstName, last_name: lastName, language, status: 'active' })
    .where('company_id', '=', companyId)
    .where('id', '=', userId)
    .execute()
  await tx
    .deleteFrom('invitations')
    .where('company_id', '=', companyId)
    .where('user_id', '=', userId)
    .execute()
  await storePassword(tx, { companyId, userId, hash, now })
  const caller = await userAsCaller(tx, { companyId, userId })
  if (caller === undefined) throw new RequestError('link-withdrawn')
  return caller
}
