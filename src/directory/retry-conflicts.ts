import { setTimeout as delay } from 'node:timers/promises'
import { sqlState } from './sql-state.ts'

// serialization_failure, deadlock_detected, foreign_key_violation, unique_violation: others changed the
// same users or rooms in the same moment. With a new snapshot the rules decide again.
const conflicts: ReadonlySet<string> = new Set(['40001', '40P01', '23503', '23505'])

/** Tries a transaction again while it fails because of what others do at the same time. */
export async function retryConflicts<T>(
  act: () => Promise<T>,
  { signal, mostTries }: { readonly signal: AbortSignal; readonly mostTries: number },
): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await act()
    } catch (error) {
      if (!isConflict(error) || tries >= mostTries) throw error
      await delay(Math.random() * 20 * tries, undefined, { signal })
    }
  }
}

/** Did a transaction fail because of what others did at the same time? */
export function isConflict(error: unknown): boolean {
  return conflicts.has(sqlState(error) ?? '')
}
