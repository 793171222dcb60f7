import { sql } from 'kysely'
import type { Tx } from './schema.ts'

/** Takes all assignments, in all rooms, from each of the users. */
export async function removeAssignments(
  { tx, companyId }: { tx: Tx; companyId: string },
  userIds: readonly string[],
): Promise<void> {
  if (userIds.length === 0) return
  // Not joined with a list: for 5,000 of a million users the planner then read all of them (0.45 s instead of 0.05 s).
  await sql`
    delete from assignments
    where company_id = ${companyId} and user_id = any(${userIds}::uuid[])`.execute(tx)
}
