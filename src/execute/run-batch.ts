import { setTimeout as delay } from 'node:timers/promises'
import type { Actor } from '../directory/actor.ts'
import { findBatch, type BatchRecord, type BatchRef } from '../directory/batches.ts'
import { findActor } from '../directory/find-actor.ts'
import type { Db } from '../directory/schema.ts'
import type { BatchState } from '../domain/batch.ts'
import { holds } from '../domain/permission.ts'
import { operationNamed } from '../operations/index.ts'
import { ChunkTaken, executeChunk } from './execute-chunk.ts'

export interface RunOptions {
  readonly clock: () => Date
  /** Rows in one transaction. */
  readonly chunkSize?: number | undefined
  /** The program wants to end: the batch goes on later, here or elsewhere. */
  readonly signal: AbortSignal
  readonly onMails: () => void
  readonly onError: (error: unknown) => void
}

// Chunks of 5,000: below it round trips dominate, above it a retry repeats too much and locks are
// held for seconds (bench/README.md).
const defaultChunkSize = 5_000

/**
 * Executes a batch from where it stands, chunk by chunk, until it is done, a person stops it, who
 * started it loses the permission, or it fails.
 */
export async function runBatch(db: Db, ref: BatchRef, options: RunOptions): Promise<void> {
  const { clock, chunkSize = defaultChunkSize, signal, onMails, onError } = options
  while (!signal.aborted) {
    const batch = await findBatch(db, ref)
    if (batch.state !== 'executing') return
    const cursor = await cursorOf(db, ref)
    if (cursor > batch.records) return await end(db, ref, { state: 'done', now: clock() })
    if (batch.stopRequested) return await stop(db, ref, 'stopped-by-person', clock())
    const starter = await mayGoOn(db, batch)
    if (starter === undefined) return await stop(db, ref, 'permission-lost', clock())
    try {
      const { mails } = await withRetries(signal, () =>
        executeChunk(
          db,
          {
            batch,
            operation: operationNamed(batch.operation),
            actor: starter.actor,
            language: batch.language ?? starter.companyLanguage,
          },
          { cursor, chunkSize, now: clock() },
        ),
      )
      if (mails > 0) onMails()
    } catch (error) {
      if (error instanceof ChunkTaken || signal.aborted) continue
      if (isConnectionTrouble(error)) throw error
      onError(error)
      return await end(db, ref, { state: 'failed', cause: causeOf(error), now: clock() })
    }
  }
}

async function cursorOf(db: Db, { companyId, id }: BatchRef): Promise<number> {
  const { cursor } = await db
    .selectFrom('batch_progress')
    .select('cursor')
    .where('company_id', '=', companyId)
    .where('batch_id', '=', id)
    .executeTakeFirstOrThrow()
  return cursor
}

// The permission of who started the batch is asked again with every chunk.
async function mayGoOn(
  db: Db,
  { companyId, executedBy }: BatchRecord,
): Promise<{ actor: Actor; companyLanguage: Actor['language'] } | undefined> {
  if (executedBy === null) return undefined
  const found = await findActor(db, { companyId, userId: executedBy })
  if (found === undefined || !holds(found.permissions, 'manage-company-settings')) return undefined
  return found
}

async function stop(db: Db, ref: BatchRef, cause: string, now: Date): Promise<void> {
  await end(db, ref, { state: 'stopped', cause, now })
}

async function end(
  db: Db,
  { companyId, id }: BatchRef,
  { state, cause = null, now }: { state: BatchState; cause?: string | null; now: Date },
): Promise<void> {
  await db
    .updateTable('batches')
    .set({ state, cause, stop_requested: false, finished_at: now })
    .where('company_id', '=', companyId)
    .where('id', '=', id)
    .where('state', '=', 'executing')
    .execute()
}

// Others changed the same users or rooms in the same moment: with a new snapshot the rules decide.
const retried: ReadonlySet<string> = new Set(['40001', '40P01', '23503', '23505'])
const mostTries = 20

async function withRetries<T>(signal: AbortSignal, act: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await act()
    } catch (error) {
      if (!retried.has(sqlState(error) ?? '') || tries === mostTries) throw error
      await delay(Math.random() * 20 * tries, undefined, { signal })
    }
  }
}

function sqlState(error: unknown): string | undefined {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  return typeof code === 'string' ? code : undefined
}

// Class 08 and 57P: the connection, or the server, went away. The job is tried again.
function isConnectionTrouble(error: unknown): boolean {
  const code = sqlState(error)
  if (code === undefined)
    return error instanceof Error && /connection|terminat/i.test(error.message)
  return code.startsWith('08') || code.startsWith('57P') || /^E[A-Z]+$/.test(code)
}

function causeOf(error: unknown): string {
  return sqlState(error) === '53100' ? 'storage-full' : 'unexpected'
}
