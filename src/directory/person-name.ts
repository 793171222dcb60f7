import { sql, type RawBuilder } from 'kysely'

/**
 * What a user is called before others: the name, or the address of who has said none.
 * @param users the table `users`, or its alias
 */
export function personName(users: RawBuilder<unknown>): RawBuilder<string> {
  return sql`coalesce(
    nullif(trim(${users}.first_name || ' ' || ${users}.last_name), ''), ${users}.email)`
}
