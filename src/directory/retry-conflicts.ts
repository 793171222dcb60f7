import { setTimeout as delay } from 'node:timers/promises'
import { sqlState } from './sql-state.ts'

// serialization_failure, deadlock_detected, foreign_key_violation, unique_violation: others changed the
// same users or rooms in the same moment. With a new snapshot the rules decide again.
const conflicts: ReadonlySet<string> = new Set(['40001', '40P01', '23503', '23505'])
const mostTries = 20

/** Tries a transaction again while it fails because of what others do at the same time. */
export async function retryConflicts<T>(act: () => Promise<T>, signal?: AbortSignal): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await act()
    } catch (error) {
      if (!conflicts.has(sqlState(error) ?? '') || tries === mostTries) throw error
      await delay(Math.random() * 20 * tries, undefined, { signal })
    }
  }
}
