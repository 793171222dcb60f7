import { sql } from 'kysely'
import type { Role } from '../domain/role.ts'
import type { Tx } from './schema.ts'

/** Gives each user the role in the room; an earlier role there is overwritten. */
export async function setRoles(
  { tx, companyId }: { tx: Tx; companyId: string },
  assignments: readonly { readonly userId: string; readonly roomId: string; readonly role: Role }[],
): Promise<void> {
  if (assignments.length === 0) return
  await sql`
    insert into assignments (company_id, user_id, room_id, role)
    select ${companyId}, "userId", "roomId", role
    from json_to_recordset(${JSON.stringify(assignments)})
      as row ("userId" uuid, "roomId" uuid, role text)
    on conflict (company_id, user_id, room_id) do update set role = excluded.role`.execute(tx)
}
