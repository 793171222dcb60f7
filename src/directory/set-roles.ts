import { sql } from 'kysely'
import type { Role } from '../domain/role.ts'
import { changeExisting } from './change-existing.ts'
import { copyInto } from './copy-into.ts'
import type { Tx } from './schema.ts'

/** What a user's role in a room shall be. */
export interface RoleToSet {
  readonly userId: string
  readonly roomId: string
  readonly role: Role
  /** The user has no role of their own there. */
  readonly isNew: boolean
}

/** Gives each user the role in the room; an earlier role there is overwritten. */
export async function setRoles(
  { tx, companyId }: { tx: Tx; companyId: string },
  assignments: readonly RoleToSet[],
): Promise<void> {
  const added = assignments.filter(({ isNew }) => isNew)
  await copyInto(tx, {
    table: 'assignments',
    same: { company_id: companyId },
    columns: ['user_id', 'room_id', 'role'],
    items: added,
    row: ({ userId, roomId, role }) => [userId, roomId, role],
  })
  if (added.length === assignments.length) return
  const changed = assignments.filter(({ isNew }) => !isNew)
  const upsert = sql`
    insert into assignments (company_id, user_id, room_id, role)
    select ${companyId}, "userId", "roomId", role
    from json_to_recordset(${JSON.stringify(changed)})
      as row ("userId" uuid, "roomId" uuid, role text)
    on conflict (company_id, user_id, room_id) do update set role = excluded.role`
  await changeExisting(tx, upsert)
}
