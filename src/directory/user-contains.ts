import { sql, type RawBuilder } from 'kysely'
import { contains, key, words } from './contains.ts'

/** Does a row of `users` contain what is searched for, in its address or in its names? */
export function userContains(search: string | undefined): RawBuilder<boolean> {
  return contains(
    [key(sql`users.email_key`), words(sql`users.first_name`, sql`users.last_name`)],
    search,
  )
}
