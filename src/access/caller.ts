import type { Actor } from '../directory/actor.ts'
import { holds, type Permission } from '../domain/permission.ts'

/** The user who calls, and what they may do. */
export interface Caller {
  readonly actor: Actor
  readonly company: { readonly id: string; readonly name: string }
  /** As they were granted; `may` knows what they include. */
  readonly permissions: readonly Permission[]
}

/** May the caller do what needs this permission? */
export function may(caller: Caller, needed: Permission): boolean {
  return holds(caller.permissions, needed)
}
