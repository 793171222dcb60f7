import { RequestError } from '../domain/request-error.ts'
import type { RoomRef } from './find-room.ts'
import type { Tx } from './schema.ts'

/**
 * Keeps everybody else from giving somebody a place in the room until the transaction ends.
 * @throws RequestError `room-not-found`
 */
export async function lockRoom(tx: Tx, { companyId, id }: RoomRef): Promise<void> {
  const found = await tx
    .selectFrom('rooms')
    .select('id')
    .where('company_id', '=', companyId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (found === undefined) throw new RequestError('room-not-found', { room: id })
}
