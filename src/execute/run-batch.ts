import { executedRanges, type Range } from '../directory/batch-chunks.ts'
import { findBatch, firstRecord, type BatchRecord, type BatchRef } from '../directory/batches.ts'
import { findActor, type FoundActor } from '../directory/find-actor.ts'
import { isConflict, retryConflicts } from '../directory/retry-conflicts.ts'
import type { Db } from '../directory/schema.ts'
import { holds } from '../domain/permission.ts'
import { operationNamed } from '../operations/index.ts'
import { executeChunk } from './execute-chunk.ts'
import { halvesOf, openRanges } from './open-ranges.ts'
import { settleBatch, type BatchEnd } from './settle-batch.ts'
import { causeOf, isConnectionTrouble } from './trouble.ts'

export interface RunOptions {
  readonly clock: () => Date
  /** Rows in one transaction. */
  readonly chunkSize?: number | undefined
  /** Chunks of the batch that are executed side by side; 2 unless given. */
  readonly lanes?: number | undefined
  /** The program wants to end: the batch goes on later, here or elsewhere. */
  readonly signal: AbortSignal
  readonly onMails: () => void
  readonly onError: (error: unknown) => void
}

// Chunks of 5,000: below it round trips dominate, above it a retry repeats too much and locks are
// held for seconds (docs/decisions/execution.md).
const defaultChunkSize = 5_000

// Several chunks at a time, on connections of their own: while the database writes the one, the rules
// judge the other. No two chunks have a user in common, so none waits for another.
const usualLanes = 2

/**
 * Executes what is still open of a batch, chunk by chunk, until it is done, a person stops it, who
 * started it loses the permission, or it fails.
 */
export async function runBatch(db: Db, ref: BatchRef, options: RunOptions): Promise<void> {
  const { chunkSize = defaultChunkSize, clock, signal } = options
  const batch = await findBatch(db, ref)
  const rows = { first: firstRecord(batch.mapping), end: batch.records + 1 }
  let end: StepEnd | undefined
  // Looked for anew each time: another process may have cut its chunks otherwise, and executed a part of ours.
  do {
    const open = [...openRanges(rows, await executedRanges(db, ref), chunkSize)]
    end = open.length > 0 ? await inLanes(db, { batch, open }, options) : await completion(db, ref)
    if (end === 'elsewhere' || (end === undefined && signal.aborted)) return
  } while (end === undefined)
  await settleBatch(db, batch, { ...end, now: clock() })
}

/** How a batch ends by a step; `elsewhere`: another process has ended it, and has recorded how. */
type StepEnd = BatchEnd | 'elsewhere'

async function inLanes(
  db: Db,
  { batch, open }: { readonly batch: BatchRecord; readonly open: readonly Range[] },
  options: RunOptions,
): Promise<StepEnd | undefined> {
  const ranges = open.values()
  const ends: StepEnd[] = []
  const lanes = Array.from({ length: options.lanes ?? usualLanes }, async () => {
    for (const range of ranges) {
      if (ends.length > 0 || options.signal.aborted) return
      const end = await step(db, { batch, range }, options)
      if (end !== undefined) ends.push(end)
    }
  })
  // A lane that breaks must not leave the others at work behind our back.
  for (const lane of await Promise.allSettled(lanes)) {
    if (lane.status === 'rejected') throw lane.reason
  }
  return ends[0]
}

// The last guard of the promise that every row has a result.
async function completion(db: Db, ref: BatchRef): Promise<BatchEnd> {
  const { totals } = await findBatch(db, ref)
  return totals.ready === 0
    ? { state: 'done', cause: null }
    : { state: 'failed', cause: 'rows-without-result' }
}

// Where others keep changing the same users, a chunk that fails twice is halved: the smaller it is, the
// less there is to collide with. A single row is tried until it is really somebody's fault.
const triesOfChunk = 2
const triesOfRow = 20

/** One chunk, if the batch may still go on; otherwise how it ends. */
async function step(
  db: Db,
  { batch: ref, range }: { readonly batch: BatchRecord; readonly range: Range },
  options: RunOptions,
): Promise<StepEnd | undefined> {
  const { clock, signal, onMails, onError } = options
  const batch = await findBatch(db, ref)
  if (batch.state !== 'executing') return 'elsewhere'
  if (batch.stopRequested) return { state: 'stopped', cause: 'stopped-by-person' }
  const starter = await permittedStarter(db, batch)
  if (starter === undefined) return { state: 'stopped', cause: 'permission-lost' }
  const run = {
    batch,
    operation: operationNamed(batch.operation),
    actor: starter.actor,
    language: batch.language ?? starter.companyLanguage,
  }
  const halves = halvesOf(range)
  const mostTries = halves.length > 0 ? triesOfChunk : triesOfRow
  try {
    const chunk = () => executeChunk(db, run, { range, now: clock() })
    const mails = await retryConflicts(chunk, { signal, mostTries })
    if (mails !== null && mails > 0) onMails()
    return undefined
  } catch (error) {
    if (signal.aborted) return undefined
    if (isConnectionTrouble(error)) throw error
    if (isConflict(error) && halves.length > 0) return await steps(db, { batch, halves }, options)
    onError(error)
    return { state: 'failed', cause: causeOf(error) }
  }
}

async function steps(
  db: Db,
  { batch, halves }: { readonly batch: BatchRecord; readonly halves: readonly Range[] },
  options: RunOptions,
): Promise<StepEnd | undefined> {
  for (const range of halves) {
    if (options.signal.aborted) return undefined
    const end = await step(db, { batch, range }, options)
    if (end !== undefined) return end
  }
  return undefined
}

// The permission of who started the batch is asked again with every chunk.
async function permittedStarter(
  db: Db,
  { companyId, executedBy }: BatchRecord,
): Promise<FoundActor | undefined> {
  if (executedBy === null) return undefined
  const found = await findActor(db, { companyId, userId: executedBy })
  return found !== undefined && holds(found.permissions, 'manage-company-settings')
    ? found
    : undefined
}
