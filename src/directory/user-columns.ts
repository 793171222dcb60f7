import { sql } from 'kysely'

/** The columns of `users` that make a UserEntry: what they were granted, and where they have a role of their own. */
export const userColumns = sql`
  users.id, users.email, users.first_name as "firstName", users.last_name as "lastName",
  users.language, users.status,
  array(
    select permission from user_permissions as granted
    where granted.company_id = users.company_id and granted.user_id = users.id
    order by permission) as permissions,
  coalesce((
    select json_agg(json_build_object('room', rooms.name, 'role', assignments.role) order by rooms.name)
    from assignments
    join rooms on rooms.company_id = assignments.company_id and rooms.id = assignments.room_id
    where assignments.company_id = users.company_id and assignments.user_id = users.id
  ), '[]'::json) as rooms`
