import { sql } from 'kysely'
import type { Tx } from './schema.ts'

/**
 * Issues an invitation to each user; an earlier one ends, since its time is part of its link.
 * @param issuedBy the user who invites; null: nobody in particular
 */
export async function issueInvitations(
  {
    tx,
    companyId,
    now,
    issuedBy,
  }: { tx: Tx; companyId: string; now: Date; issuedBy: string | null },
  userIds: readonly string[],
): Promise<void> {
  await sql`
    insert into invitations (company_id, user_id, issued_at, issued_by)
    select ${companyId}, id, ${now}, ${issuedBy}::uuid from unnest(${userIds}::uuid[]) as row (id)
    on conflict (company_id, user_id) do update set
      issued_at = excluded.issued_at,
      issued_by = excluded.issued_by`.execute(tx)
}
