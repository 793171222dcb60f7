import { sql } from 'kysely'
import type { Tx } from '../directory/schema.ts'
import { withdrawGuestLinks } from './withdraw-guest-links.ts'

/** Takes the links of a room that is about to be deleted out of the mails that have not left. */
export async function withdrawRoomLinks(
  tx: Tx,
  room: { readonly companyId: string; readonly id: string },
): Promise<void> {
  const areGone = sql<boolean>`guests.room_id = ${room.id}`
  await withdrawGuestLinks(tx, { companyId: room.companyId, areGone })
}
