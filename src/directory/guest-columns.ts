import { sql } from 'kysely'

/** The columns of `guests` and `rooms` that make a GuestEntry. */
export const guestColumns = sql`
  guests.id, guests.email, guests.name, rooms.name as room, guests.room_id as "roomId", guests.role,
  guests.language, guests.issued_at as "issuedAt", guests.valid_from as "validFrom",
  guests.valid_until as "validUntil", guests.mailed_at as "mailedAt"`
