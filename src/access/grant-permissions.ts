import { sql } from 'kysely'
import { lockUsers } from '../directory/lock-users.ts'
import type { Db } from '../directory/schema.ts'
import { commonPermissions, type Permission } from '../domain/permission.ts'
import { RequestError } from '../domain/request-error.ts'
import { may, type Caller } from './caller.ts'
import { judgeGrants, type GrantChange } from './grants.ts'
import { policy } from './policy.ts'

/**
 * Grants and revokes, so that the user was granted what is wished and nothing else. Both users are locked, and what the
 * caller may is looked up anew: of two administrators who revoke each other's in the same moment the second is refused,
 * so that one always stays.
 * @throws RequestError `user-not-found`, `grant-not-yours`, `cannot-revoke-your-own`, and `permission-required` for a
 * caller who has just lost theirs
 */
export async function grantPermissions(
  db: Db,
  caller: Caller,
  { userId, wished }: { readonly userId: string; readonly wished: readonly Permission[] },
): Promise<GrantChange> {
  const { companyId, userId: callerId } = caller.actor
  return await db.transaction().execute(async (tx) => {
    await lockUsers({ tx, companyId }, [callerId, userId])
    const grantsOf = await readGrants(tx, companyId, [callerId, userId])
    const before = grantsOf(userId)
    if (before === undefined) throw new RequestError('user-not-found', { email: userId })
    const permissions = stillUsable(grantsOf(callerId) ?? [], caller)
    const needed = policy['grant-permissions']
    if (!may({ permissions }, needed)) {
      throw new RequestError('permission-required', { permission: needed })
    }
    const change = judgeGrants({ permissions, isSelf: userId === callerId }, before, wished)
    await sql`
      with revoked as (
        delete from user_permissions
        where company_id = ${companyId} and user_id = ${userId}
          and permission = any(${change.revoked}::text[])
      )
      insert into user_permissions (company_id, user_id, permission)
      select ${companyId}, ${userId}, permission
      from unnest(${change.granted}::text[]) as granted (permission)`.execute(tx)
    return change
  })
}

function stillUsable(granted: readonly Permission[], { limits }: Caller): readonly Permission[] {
  return limits.permissions === null ? granted : commonPermissions(granted, limits.permissions)
}

/** What users were granted, read once they are locked; undefined for who does not exist. */
async function readGrants(
  db: Db,
  companyId: string,
  userIds: readonly string[],
): Promise<(userId: string) => readonly Permission[] | undefined> {
  const { rows } = await sql<{ id: string; granted: readonly Permission[] }>`
    select users.id, array(
      select permission from user_permissions as granted
      where granted.company_id = users.company_id and granted.user_id = users.id) as granted
    from users
    where users.company_id = ${companyId} and users.id = any(${userIds}::uuid[])`.execute(db)
  return (userId) => rows.find(({ id }) => id === userId)?.granted
}
