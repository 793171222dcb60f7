import { commonPermissions } from '../domain/permission.ts'
import { RequestError } from '../domain/request-error.ts'
import { may, type Caller, type KeyLimits } from './caller.ts'

/**
 * What a new key may, and until when, as the caller wishes. Who came in by a limited key hands its limits on: no key
 * makes one that may more, or lives longer, than itself.
 * @throws RequestError `grant-not-yours`, `expiry-passed`, `invalid-request` (it would outlive the caller's own)
 */
export function limitsOfNewKey(
  wish: KeyLimits,
  caller: Pick<Caller, 'permissions' | 'limits'>,
  now: Date,
): KeyLimits {
  return { permissions: permissionsOf(wish, caller), expiresAt: expiryOf(wish, caller, now) }
}

function permissionsOf(
  { permissions: wished }: KeyLimits,
  caller: Pick<Caller, 'permissions' | 'limits'>,
): KeyLimits['permissions'] {
  if (wished === null) return caller.limits.permissions
  const lacking = wished.find((permission) => !may(caller, permission))
  if (lacking !== undefined) throw new RequestError('grant-not-yours', { permission: lacking })
  return commonPermissions(wished, wished)
}

function expiryOf(
  { expiresAt: wished }: KeyLimits,
  { limits }: Pick<Caller, 'limits'>,
  now: Date,
): Date | null {
  if (wished === null) return limits.expiresAt
  if (wished <= now) throw new RequestError('expiry-passed')
  if (limits.expiresAt !== null && wished > limits.expiresAt) {
    const until = limits.expiresAt.toISOString()
    throw new RequestError('invalid-request', { reason: 'key-outlives-key', until })
  }
  return wished
}
