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
  await sql`
    select from users where company_id = ${companyId} and id = any(${userIds}::uuid[])
    order by id for no key update`.execute(tx)
}
