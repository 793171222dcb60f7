import type { MyRoom as Entry } from '../directory/my-rooms.ts'
import { roleRights } from '../domain/role.ts'
import type { MyRoom } from './contract/my-room.ts'

/** A room that one may enter, and what one may do there. */
export function serialiseMyRoom({ id, name, role, reason }: Entry): MyRoom {
  return { id, name, role, reason, may: roleRights[role] }
}
