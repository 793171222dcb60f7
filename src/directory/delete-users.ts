import { sql } from 'kysely'
import { removeAssignments } from './remove-assignments.ts'
import type { Tx } from './schema.ts'

/**
 * Deletes the users and, by the foreign keys, all that is theirs. In a `repeatable read`: who changes one of them
 * meanwhile makes it fail.
 * @throws an error with SQLSTATE 40001 when one of them was changed or deleted since the transaction began
 */
export async function deleteUsers(
  { tx, companyId }: { readonly tx: Tx; readonly companyId: string },
  userIds: readonly string[],
): Promise<void> {
  if (userIds.length === 0) return
  // Set-based first: the cascade would look for assignments once per user.
  await removeAssignments({ tx, companyId }, userIds)
  // As there: a probe for each user, instead of all users of the company for every chunk.
  await sql`
    delete from users
    where company_id = ${companyId} and ctid = any(array(
      select found.ctid
      from unnest(string_to_array(${userIds.join(',')}, ',')::uuid[]) as asked (id)
      cross join lateral (
        select ctid from users where company_id = ${companyId} and id = asked.id offset 0
      ) found
    ))`.execute(tx)
}
