import type { Actor } from '../directory/actor.ts'
import { holds, type Permission } from '../domain/permission.ts'

/** The user who calls, and what they may do. */
export interface Caller {
  readonly actor: Actor
  readonly company: { readonly id: string; readonly name: string }
  /** As they were granted; `may` knows what they include. */
  readonly permissions: readonly Permission[]
  /** The id of the API key that let them in, directly or by the session that it opened. */
  readonly keyId: string | null
}

/** May the caller do what needs this permission? */
export function may(caller: Caller, needed: Permission): boolean {
  return holds(caller.permissions, needed)
}
