import { sql } from 'kysely'
import { RequestError } from '../domain/request-error.ts'
import type { RoomEntry } from './list-rooms.ts'
import { roomColumns, roomsCounted } from './room-columns.ts'
import type { Db } from './schema.ts'

/** Names a room; another company's is as if it did not exist. */
export interface RoomRef {
  readonly companyId: string
  readonly id: string
}

/** @throws RequestError `room-not-found` */
export async function findRoom(db: Db, { companyId, id }: RoomRef): Promise<RoomEntry> {
  const { rows } = await sql<RoomEntry>`
    select ${roomColumns} from ${roomsCounted(companyId)}
    where rooms.company_id = ${companyId} and rooms.id = ${id}`.execute(db)
  const [room] = rows
  if (room === undefined) throw new RequestError('room-not-found', { room: id })
  return room
}
