import type { Db } from '../directory/schema.ts'
import { clearBatches } from './clear-batches.ts'
import { clearMails } from './clear-mails.ts'
import { clearTraces } from './clear-traces.ts'

export interface Clearing {
  readonly db: Db
  readonly now: Date
  /** After so many days batches lose their rows, and mails are deleted. */
  readonly keepDays: number
  /** Ends it after the slice that is just being deleted; the next time goes on. */
  readonly signal: AbortSignal
}

/**
 * Deletes what has reached its end, of all companies: rows of batches, mails, and what signing in leaves behind. It
 * works in slices, each in a transaction of its own, so that it keeps nobody waiting; it may be killed at any moment,
 * and may run several times at once.
 */
export async function clearPast({ keepDays, ...clearing }: Clearing): Promise<void> {
  const past = { ...clearing, before: new Date(clearing.now.getTime() - keepDays * day) }
  await clearTraces(past)
  await clearMails(past)
  await clearBatches(past)
}

/** What lies before a moment. */
export interface Past extends Omit<Clearing, 'keepDays'> {
  readonly before: Date
}

const day = 24 * 60 * 60 * 1000
