import { sql } from 'kysely'
import { removeAssignments } from './remove-assignments.ts'
import type { Tx } from './schema.ts'

/** Deletes the users and, by the foreign keys, all that is theirs. */
export async function deleteUsers(
  { tx, companyId }: { tx: Tx; companyId: string },
  userIds: readonly string[],
): Promise<void> {
  if (userIds.length === 0) return
  // Set-based first: the cascade would look for assignments once per user.
  await removeAssignments({ tx, companyId }, userIds)
  await sql`
    delete from users
    where company_id = ${companyId} and id = any(${userIds}::uuid[])`.execute(tx)
}
