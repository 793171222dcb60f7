import { sql, type RawBuilder } from 'kysely'

/**
 * Joins a user `u` with their assignments: a row for each, with its role as `a.role` and the room's name as `r.name`; one
 * with nulls where there is none. Each `offset 0` makes it a probe for each user, never a way from a room to all who are
 * in it, as the planner may choose while a company is new to it.
 */
export function roomsOfUser(companyId: string): RawBuilder<unknown> {
  return sql`
    left join lateral (
      select room_id, role from assignments where company_id = ${companyId} and user_id = u.id
      offset 0
    ) a on true
    left join lateral (
      select name from rooms where company_id = ${companyId} and id = a.room_id
      offset 0
    ) r on true`
}
