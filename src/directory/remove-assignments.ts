import { sql } from 'kysely'
import type { Tx } from './schema.ts'

/** Takes all assignments, in all rooms, from each of the users. */
export async function removeAssignments(
  { tx, companyId }: { tx: Tx; companyId: string },
  userIds: readonly string[],
): Promise<void> {
  if (userIds.length === 0) return
  await sql`
    delete from assignments a using unnest(${userIds}::uuid[]) as gone (id)
    where a.company_id = ${companyId} and a.user_id = gone.id`.execute(tx)
}
