import { RequestError } from '../domain/request-error.ts'
import type { Role } from '../domain/role.ts'
import { cleanName } from './clean-name.ts'
import { findRoom, type RoomRef } from './find-room.ts'
import type { RoomEntry } from './list-rooms.ts'
import type { Db } from './schema.ts'
import { sqlState } from './sql-state.ts'

/** What is changed of a room; what is not said stays. */
export interface RoomChange {
  readonly name?: string | undefined
  /** Null: users without an assignment cannot enter. */
  readonly defaultRole?: Role | null | undefined
}

/**
 * Renames a room, gives it another default role, or both.
 * @throws RequestError `room-not-found`, `room-exists`, `invalid-request` (no name)
 */
export async function changeRoom(db: Db, ref: RoomRef, change: RoomChange): Promise<RoomEntry> {
  const { defaultRole } = change
  const name = change.name === undefined ? undefined : cleanName(change.name)
  if (name !== undefined || defaultRole !== undefined) {
    await db
      .updateTable('rooms')
      .set({
        ...(name !== undefined && { name }),
        ...(defaultRole !== undefined && { default_role: defaultRole }),
      })
      .where('company_id', '=', ref.companyId)
      .where('id', '=', ref.id)
      .execute()
      .catch((error: unknown) => {
        if (sqlState(error) !== '23505') throw error
        throw new RequestError('room-exists', { name: name ?? '' }, { cause: error })
      })
  }
  return findRoom(db, ref)
}
