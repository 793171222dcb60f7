import { allPermissions, holds, type Permission } from '../domain/permission.ts'
import { RequestError } from '../domain/request-error.ts'
import { policy } from './policy.ts'

/** Who changes what another user (or they themselves) was granted. */
export interface Granter {
  /** What they were granted, less what their key leaves out. */
  readonly permissions: readonly Permission[]
  /** It is their own permissions that they change. */
  readonly isSelf: boolean
}

/** What is granted and revoked to bring about what is wished. */
export interface GrantChange {
  readonly granted: readonly Permission[]
  readonly revoked: readonly Permission[]
}

/** What the granter may grant or revoke, one by one: what they hold themselves, and nothing of their own. */
export function grantable({ permissions, isSelf }: Granter): readonly Permission[] {
  if (isSelf || !holds(permissions, policy['grant-permissions'])) return []
  return allPermissions.filter((permission) => holds(permissions, permission))
}

/**
 * The change from what a user was granted to what they shall be. Nobody grants or revokes what they lack, and nobody
 * revokes their own; granting oneself what one holds through a parent is harmless.
 * @throws RequestError `grant-not-yours`, `cannot-revoke-your-own`
 */
export function judgeGrants(
  { permissions, isSelf }: Granter,
  before: readonly Permission[],
  wished: readonly Permission[],
): GrantChange {
  const granted = allPermissions.filter((each) => wished.includes(each) && !before.includes(each))
  const revoked = allPermissions.filter((each) => before.includes(each) && !wished.includes(each))
  const lacking = [...granted, ...revoked].find((permission) => !holds(permissions, permission))
  if (lacking !== undefined) throw new RequestError('grant-not-yours', { permission: lacking })
  if (isSelf && revoked.length > 0) throw new RequestError('cannot-revoke-your-own')
  return { granted, revoked }
}
