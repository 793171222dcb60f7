import { admitUser } from '../../access/single-sign-on/admit-user.ts'
import type { Identity } from '../../access/single-sign-on/identity.ts'
import type { Caller } from '../../access/caller.ts'
import type { MeantUser } from '../../access/single-sign-on/users-of-identity.ts'
import { withdrawInvitations } from '../../mail/outbox.ts'
import type { Services } from '../route.ts'

/**
 * Lets in one of the users whom somebody can be. An invitation that has not left is taken back: they are here.
 * @throws SingleSignOnError `user-not-found`: they were deleted in this moment
 */
export async function admit(
  { db, now }: Pick<Services, 'db' | 'now'>,
  { companyId, userId }: MeantUser,
  identity: Identity,
): Promise<Caller> {
  return await db.transaction().execute(async (tx) => {
    const caller = await admitUser(tx, { companyId, userId }, { identity, now: now() })
    await withdrawInvitations(tx, { companyId, userIds: [userId] })
    return caller
  })
}
