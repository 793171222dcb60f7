import { sql } from 'kysely'
import { lockUsers } from '../../directory/lock-users.ts'
import type { Tx } from '../../directory/schema.ts'
import type { Caller } from '../caller.ts'
import { userAsCaller } from '../find-caller.ts'
import type { Identity } from './identity.ts'
import { SingleSignOnError } from './single-sign-on-error.ts'

/**
 * Lets a user in whom the provider has named, and remembers by whom. Who was only invited is active from then on, and
 * the invitation has ended: its link would only do what has been done.
 * @throws SingleSignOnError `user-not-found`: they were deleted in this moment
 */
export async function admitUser(
  tx: Tx,
  { companyId, userId }: { readonly companyId: string; readonly userId: string },
  { identity, now }: { readonly identity: Identity; readonly now: Date },
): Promise<Caller> {
  await lockUsers({ tx, companyId }, [userId])
  const { issuer, subject } = identity
  await sql`
    with activated as (
      update users set status = 'active'
      where company_id = ${companyId} and id = ${userId} and status = 'invited'
    ), ended as (
      delete from invitations where company_id = ${companyId} and user_id = ${userId}
    )
    insert into identities (company_id, issuer, subject, user_id, since)
    select company_id, ${issuer}, ${subject}, id, ${now} from users
    where company_id = ${companyId} and id = ${userId}
    on conflict (company_id, issuer, subject) do nothing`.execute(tx)
  const caller = await userAsCaller(tx, { companyId, userId })
  if (caller === undefined) throw new SingleSignOnError('user-not-found')
  return caller
}
