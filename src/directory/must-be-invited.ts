import { RequestError } from '../domain/request-error.ts'
import type { UserRef } from './find-user.ts'
import type { Tx } from './schema.ts'

/**
 * Refuses for a user who is not waiting to come in.
 * @throws RequestError `user-not-found`, `already-active`
 */
export async function mustBeInvited(tx: Tx, { companyId, id }: UserRef): Promise<void> {
  const user = await tx
    .selectFrom('users')
    .select(['email', 'status'])
    .where('company_id', '=', companyId)
    .where('id', '=', id)
    .executeTakeFirst()
  if (user === undefined) throw new RequestError('user-not-found', { email: id })
  if (user.status === 'active') throw new RequestError('already-active', { email: user.email })
}
