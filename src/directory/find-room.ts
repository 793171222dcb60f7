import { RequestError } from '../domain/request-error.ts'
import { countInRooms } from './count-in-rooms.ts'
import type { RoomEntry } from './list-rooms.ts'
import type { Db } from './schema.ts'

/** Names a room; another company's is as if it did not exist. */
export interface RoomRef {
  readonly companyId: string
  readonly id: string
}

/** @throws RequestError `room-not-found` */
export async function findRoom(db: Db, { companyId, id }: RoomRef): Promise<RoomEntry> {
  const room = await db
    .selectFrom('rooms')
    .select(['id', 'name', 'default_role as defaultRole'])
    .where('company_id', '=', companyId)
    .where('id', '=', id)
    .executeTakeFirst()
  if (room === undefined) throw new RequestError('room-not-found', { room: id })
  const inRoom = await countInRooms(db, companyId, [id])
  return { ...room, ...inRoom(id) }
}
