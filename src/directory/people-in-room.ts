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

/** The first users who may enter the room: those with the most rights, then by name. */
export async function peopleInRoom(
  db: Db,
  { companyId, id }: RoomRef,
  limit: number,
): Promise<readonly PersonInRoom[]> {
  const role = sql<Role>`coalesce(assignments.role, rooms.default_role)`
  const { rows } = await sql<PersonInRoom>`
    select ${personName(sql`users`)} as name, ${role} as role
    from rooms join users on users.company_id = rooms.company_id
    left join assignments on assignments.company_id = rooms.company_id
      and assignments.room_id = rooms.id and assignments.user_id = users.id
    where rooms.company_id = ${companyId} and rooms.id = ${id} and ${role} <> 'No access'
    order by ${roleRank(role)}, lower(users.last_name), lower(users.first_name), users.email_key
    limit ${limit}`.execute(db)
  return rows
}
