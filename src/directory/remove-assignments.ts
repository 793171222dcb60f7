import { sql } from 'kysely'
import type { Tx } from './schema.ts'

/**
 * Takes all assignments, in all rooms, from each of the users. In a `repeatable read`: who changes one of them meanwhile
 * makes it fail.
 * @throws an error with SQLSTATE 40001 when one of them was changed or deleted since the transaction began
 */
export async function removeAssignments(
  { tx, companyId }: { readonly tx: Tx; readonly companyId: string },
  userIds: readonly string[],
): Promise<void> {
  if (userIds.length === 0) return
  // Found by a probe for each user, then deleted where they lie: given only the ids, the planner read all assignments
  // of the company for every chunk. As one text the ids cost half of what they cost as an array.
  await sql`
    delete from assignments
    where company_id = ${companyId} and ctid = any(array(
      select found.ctid
      from unnest(string_to_array(${userIds.join(',')}, ',')::uuid[]) as asked (user_id)
      cross join lateral (
        select ctid from assignments
        where company_id = ${companyId} and user_id = asked.user_id
        offset 0
      ) found
    ))`.execute(tx)
}
