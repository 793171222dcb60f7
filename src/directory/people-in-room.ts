import { sql } from 'kysely'
import type { Role } from '../domain/role.ts'
import type { RoomRef } from './find-room.ts'
import { personName } from './person-name.ts'
import { roleRank } from './role-rank.ts'
import type { Db } from './schema.ts'

/** Whom one may meet in a room. */
export interface PersonInRoom {
  readonly name: string
  readonly role: Role
}

/**
 * The first users who may enter the room: those who were assigned, with the most rights first, then those whom its
 * default role admits.
 */
export async function peopleInRoom(
  db: Db,
  room: RoomRef,
  limit: number,
): Promise<readonly PersonInRoom[]> {
  const assigned = await assignedTo(db, room, limit)
  const missing = limit - assigned.length
  return missing === 0 ? assigned : [...assigned, ...(await admittedTo(db, room, missing))]
}

async function assignedTo(db: Db, { companyId, id }: RoomRef, limit: number) {
  const { rows } = await sql<PersonInRoom>`
    select ${personName(sql`users`)} as name, assignments.role
    from assignments join users
      on users.company_id = assignments.company_id and users.id = assignments.user_id
    where assignments.company_id = ${companyId} and assignments.room_id = ${id}
      and assignments.role <> 'No access'
    order by ${roleRank(sql`assignments.role`)}, users.email_key
    limit ${limit}`.execute(db)
  return rows
}

// By address, as the index has them: by name, 100,000 users would be sorted to show the first hundred (300 ms).
async function admittedTo(db: Db, { companyId, id }: RoomRef, limit: number) {
  const { rows } = await sql<PersonInRoom>`
    select ${personName(sql`users`)} as name, rooms.default_role as role
    from users join rooms on rooms.company_id = users.company_id and rooms.id = ${id}
    where users.company_id = ${companyId} and rooms.default_role <> 'No access'
      and not exists (
        select from assignments
        where assignments.company_id = ${companyId} and assignments.room_id = ${id}
          and assignments.user_id = users.id)
    order by users.email_key
    limit ${limit}`.execute(db)
  return rows
}
