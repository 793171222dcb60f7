import { setTimeout as delay } from 'node:timers/promises'

// serialization_failure, deadlock_detected, foreign_key_violation, unique_violation: others changed the
// same users or rooms in the same moment. With a new snapshot the rules decide again.
const conflicts: ReadonlySet<string> = new Set(['40001', '40P01', '23503', '23505'])
const mostTries = 20

/** Tries a transaction again while it fails because of what others do at the same time. */
export async function retryConflicts<T>(act: () => Promise<T>, signal: AbortSignal): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await act()
    } catch (error) {
      if (!conflicts.has(sqlState(error) ?? '') || tries === mostTries) throw error
      await delay(Math.random() * 20 * tries, undefined, { signal })
    }
  }
}

/** Did the connection, or the server behind it, go away? Then the job is tried again. */
export function isConnectionTrouble(error: unknown): boolean {
  const code = sqlState(error)
  if (code === undefined) {
    return error instanceof Error && /connection|terminated/i.test(error.message)
  }
  return code.startsWith('08') || code.startsWith('57P') || /^E[A-Z]+$/.test(code)
}

/** Why a batch failed, as a code. */
export function causeOf(error: unknown): string {
  return sqlState(error) === '53100' ? 'storage-full' : 'unexpected'
}

function sqlState(error: unknown): string | undefined {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  return typeof code === 'string' ? code : undefined
}
