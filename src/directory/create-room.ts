import { newId } from '../domain/id.ts'
import { RequestError } from '../domain/request-error.ts'
import type { Role } from '../domain/role.ts'
import { cleanName } from './clean-name.ts'
import type { RoomEntry } from './list-rooms.ts'
import type { Db } from './schema.ts'

/**
 * Creates a room. Names are compared byte by byte: case counts.
 * @throws RequestError `room-exists`, `invalid-request` (no name)
 */
export async function createRoom(
  db: Db,
  room: { companyId: string; name: string; defaultRole: Role | null; now: Date },
): Promise<RoomEntry> {
  const { companyId, defaultRole, now } = room
  const name = cleanName(room.name)
  const id = newId(now.getTime())
  const created = await db
    .insertInto('rooms')
    .values({ company_id: companyId, id, name, default_role: defaultRole, created_at: now })
    .onConflict((conflict) => conflict.columns(['company_id', 'name']).doNothing())
    .returning('id')
    .executeTakeFirst()
  if (created === undefined) throw new RequestError('room-exists', { name })
  return { id, name, defaultRole, users: 0, guests: 0 }
}
