import { sql } from 'kysely'

/** How many have a place of their own in a row of `rooms`. */
export const roomCounts = {
  users: sql<number>`(
    select count(*)::int from assignments
    where assignments.company_id = rooms.company_id and assignments.room_id = rooms.id)`,
  guests: sql<number>`(
    select count(*)::int from guests
    where guests.company_id = rooms.company_id and guests.room_id = rooms.id)`,
} as const

/** The columns of `rooms` that make a RoomEntry. */
export const roomColumns = sql`
  rooms.id, rooms.name, rooms.default_role as "defaultRole", ${roomCounts.users} as users,
  ${roomCounts.guests} as guests`
