import { sql, type RawBuilder } from 'kysely'
import { contains } from './contains.ts'

/** Does a row of `users` contain what is searched for, in its address or in its names? */
export function userContains(search: string | undefined): RawBuilder<boolean> {
  return contains([sql`users.email_key`, sql`users.first_name || ' ' || users.last_name`], search)
}
