import type { Actor } from '../directory/actor.ts'
import { holds, type Permission } from '../domain/permission.ts'

/** The user who calls, and what they may do. */
export interface Caller {
  readonly actor: Actor
  readonly firstName: string
  readonly lastName: string
  readonly company: { readonly id: string; readonly name: string }
  /** As they were granted, less what their key leaves out; `may` knows what they include. */
  readonly permissions: readonly Permission[]
  readonly hasPassword: boolean
  /** The id of the API key that let them in, directly or by the session that it opened. */
  readonly keyId: string | null
  /** What that key leaves them; without a key, everything. */
  readonly limits: KeyLimits
  readonly sessionId: string | null
}

/** What an API key may, and until when: null is all that its user may, and for ever. */
export interface KeyLimits {
  readonly permissions: readonly Permission[] | null
  readonly expiresAt: Date | null
}

/** What nothing limits. */
export const unlimited: KeyLimits = { permissions: null, expiresAt: null }

/** Is it the user with all that they are, and not a key that was given a part of it? */
export function isWhole({ limits }: Pick<Caller, 'limits'>): boolean {
  return limits.permissions === null
}

/** May the caller do what needs this permission? */
export function may(caller: Pick<Caller, 'permissions'>, needed: Permission): boolean {
  return holds(caller.permissions, needed)
}
