import { sql } from 'kysely'
import type { Tx } from './schema.ts'

/** Issues an invitation to each user; an earlier one ends, since its time is part of its link. */
export async function issueInvitations(
  { tx, companyId, now }: { tx: Tx; companyId: string; now: Date },
  userIds: readonly string[],
): Promise<void> {
  await sql`
    insert into invitations (company_id, user_id, issued_at)
    select ${companyId}, id, ${now} from unnest(${userIds}::uuid[]) as row (id)
    on conflict (company_id, user_id) do update set issued_at = excluded.issued_at`.execute(tx)
}
