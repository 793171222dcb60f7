import type { Pool } from 'pg'

/**
 * Writes out what earlier work has left, so that what is measured next begins as its counterpart does. Left out where
 * the account may not ask for it.
 */
export async function checkpoint(pool: Pool): Promise<void> {
  await pool.query('checkpoint').catch(() => undefined)
}
