import { sql } from 'kysely'

/** Beside `users`: the rooms that the user may enter by an assignment, by name, each with the role there. */
export const assignedRooms = sql`coalesce((
  select json_agg(json_build_object('room', rooms.name, 'role', assignments.role)
    order by rooms.name)
  from assignments join rooms
    on rooms.company_id = assignments.company_id and rooms.id = assignments.room_id
  where assignments.company_id = users.company_id and assignments.user_id = users.id
    and assignments.role <> 'No access'), '[]')`
