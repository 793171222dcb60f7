import { copyInto } from './copy-into.ts'
import type { Tx } from './schema.ts'

/**
 * Issues the first invitation of each of these users.
 * @param issuedBy the user who invites; null: nobody in particular
 */
export async function addInvitations(
  {
    tx,
    companyId,
    now,
    issuedBy,
  }: { tx: Tx; companyId: string; now: Date; issuedBy: string | null },
  userIds: readonly string[],
): Promise<void> {
  await copyInto(tx, {
    table: 'invitations',
    same: { company_id: companyId, issued_at: now.toISOString(), issued_by: issuedBy },
    columns: ['user_id'],
    items: userIds,
    row: (id) => [id],
  })
}
