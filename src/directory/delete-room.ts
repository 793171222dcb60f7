import type { RoomRef } from './find-room.ts'
import type { Tx } from './schema.ts'

/** Deletes a room and, by the foreign keys, its assignments and its guests. */
export async function deleteRoom(tx: Tx, { companyId, id }: RoomRef): Promise<void> {
  await tx.deleteFrom('rooms').where('company_id', '=', companyId).where('id', '=', id).execute()
}
