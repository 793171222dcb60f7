import type { GuestRef } from './find-guest.ts'
import type { Tx } from './schema.ts'

/** Deletes a guest; their link opens nothing from then on. */
export async function deleteGuest(tx: Tx, { companyId, id }: GuestRef): Promise<void> {
  await tx.deleteFrom('guests').where('company_id', '=', companyId).where('id', '=', id).execute()
}
