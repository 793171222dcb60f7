import { sql } from 'kysely'
import type { Tx } from './schema.ts'

/**
 * Keeps everybody else from changing or deleting the users until the transaction ends. In the order of their
 * ids, so that two who lock the same users wait for each other instead of failing.
 * @throws an error with SQLSTATE 40001 in a repeatable read, when one of them was changed since it began
 */
export async function lockUsers(
  { tx, companyId }: { readonly tx: Tx; readonly companyId: string },
  userIds: readonly string[],
): Promise<void> {
  // A probe for each user, however small companies were measured to be.
  await sql`
    select from (select id from unnest(${userIds}::uuid[]) as given (id) order by id) asked
    cross join lateral (
      select from users where company_id = ${companyId} and id = asked.id
      offset 0
      for no key update
    ) locked`.execute(tx)
}
