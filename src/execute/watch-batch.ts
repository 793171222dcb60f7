import { setTimeout as delay } from 'node:timers/promises'
import { findBatch, type BatchRecord, type BatchRef } from '../directory/batches.ts'
import type { Db } from '../directory/schema.ts'
import { canMove, isAtRest, noTotals, type BatchState, type Totals } from '../domain/batch.ts'
import { measureSpeed, type Speed } from './measure-speed.ts'
import { findVerification, type Verification } from './verifications.ts'
import { watchForWaits, type WaitsFor } from './watch-for-waits.ts'

/** How a batch comes along. */
export interface Progress {
  readonly state: BatchState
  readonly totals: Totals
  /** Over the last seconds; null before anything can be said, and when nothing has moved for seconds. */
  readonly rowsPerSecond: number | null
  readonly secondsLeft: number | null
  /** Why nothing moves, where nothing has moved for seconds. */
  readonly waitsFor: WaitsFor | null
}

export interface WatchOptions {
  readonly signal: AbortSignal
  /** Milliseconds between two looks. */
  readonly interval?: number
}

/**
 * Tells how the batch comes along: at once, then whenever something has changed, until it is at rest.
 * @throws RequestError `batch-not-found`
 */
export async function* watchBatch(
  db: Db,
  ref: BatchRef,
  { signal, interval = 200 }: WatchOptions,
): AsyncGenerator<Progress> {
  const speed = measureSpeed()
  const waitsOf = watchForWaits(db)
  let last = ''
  let isPlanned = false
  while (!signal.aborted) {
    // In this order: once it is over, the batch that is found has its plan.
    const underway = isPlanned ? undefined : await findVerification(db, ref)
    const batch = await findBatch(db, ref)
    const waitsFor = await waitsOf(batch)
    const progress: Progress = { ...progressOf(batch, underway, speed), waitsFor }
    const told = JSON.stringify(progress)
    if (told !== last) yield progress
    last = told
    isPlanned = !canMove(progress.state, 'draft')
    if (underway === undefined && isAtRest(progress.state)) return
    await delay(interval, undefined, { signal }).catch(() => undefined)
  }
}

function progressOf(
  { state, totals: recorded }: BatchRecord,
  underway: Verification | undefined,
  speed: Speed,
): Omit<Progress, 'waitsFor'> {
  const totals =
    underway === undefined ? recorded : (underway.totals ?? { ...noTotals, rows: recorded.rows })
  // Nothing moves: neither is anything judged, nor was anything executed yet.
  if (underway === undefined && canMove(state, 'draft')) {
    return { state, totals, rowsPerSecond: null, secondsLeft: null }
  }
  const finished =
    underway === undefined
      ? totals.rows - totals.ready
      : totals.ready + totals.unchanged + totals.error
  const rowsPerSecond = speed(finished)
  const secondsLeft =
    rowsPerSecond === null || rowsPerSecond === 0
      ? null
      : Math.ceil((totals.rows - finished) / rowsPerSecond)
  return { state, totals, rowsPerSecond, secondsLeft }
}
