import { RequestError } from '../domain/request-error.ts'
import type { GuestRef } from './find-guest.ts'
import type { Tx } from './schema.ts'

/**
 * Keeps everybody else from inviting the guest anew until the transaction ends.
 * @throws RequestError `guest-not-found`
 */
export async function lockGuest(tx: Tx, { companyId, id }: GuestRef): Promise<void> {
  const found = await tx
    .selectFrom('guests')
    .select('id')
    .where('company_id', '=', companyId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (found === undefined) throw new RequestError('guest-not-found', { guest: id })
}
