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
  const issuedAt = now.toISOString()
  await copyInto(
    tx,
    'invitations (company_id, user_id, issued_at, issued_by)',
    userIds.map((userId) => [companyId, userId, issuedAt, issuedBy]),
  )
}
