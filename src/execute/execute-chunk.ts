import { countChunk, takeChunk, type ChunkCounts, type Range } from '../directory/batch-chunks.ts'
import { addResults, type Result } from '../directory/batch-results.ts'
import type { BatchRecord } from '../directory/batches.ts'
import type { Actor } from '../directory/actor.ts'
import type { Db } from '../directory/schema.ts'
import type { Language } from '../domain/language.ts'
import { startTurn } from '../domain/start-turn.ts'
import type { Operation } from '../operations/operation.ts'
import { judgeChunk, type JudgedChunk } from './judge-chunk.ts'
import { readChunk } from './read-chunk.ts'

/** A batch as it is executed: on whose behalf, and in which language people are invited. */
export interface Run {
  readonly batch: BatchRecord
  readonly operation: Operation
  readonly actor: Actor
  readonly language: Language
}

/**
 * Executes a chunk of a batch in one transaction: the effects, every row's result, the mails, and
 * that it was executed. A chunk is committed once, or not at all.
 * @returns how many mails were queued; null when the chunk was executed already, or
 * the batch has stopped
 * @throws an error with SQLSTATE 40001, 40P01, 23503 or 23505 when others changed the same things
 * meanwhile: the chunk is to be tried again
 */
export async function executeChunk(
  db: Db,
  { batch, operation, actor, language }: Run,
  { range, now }: { readonly range: Range; readonly now: Date },
): Promise<number | null> {
  const { companyId, id: batchId } = batch
  // One snapshot for look-ups and effects: whatever changes beneath it makes the transaction fail.
  const transaction = db.transaction().setIsolationLevel('repeatable read')
  return await transaction.execute(async (tx) => {
    if (!(await takeChunk(tx, batch, range))) return null
    const records = await readChunk(tx, batch, range)
    const ask = { tx, companyId }
    const circumstances = { actor, now }
    const chunk = await judgeChunk(records, { operation, batch, ask, circumstances })
    // What was judged is gathered in one piece.
    await startTurn().next()
    await operation.apply({ ...ask, ...circumstances, batchId, language }, chunk.effects)
    await addResults(tx, batch, chunk.results)
    await countChunk(tx, batch, { first: range.first, counts: countsOf(chunk) })
    return chunk.mails
  })
}

function countsOf({ results, mails, counted }: JudgedChunk): ChunkCounts {
  const counts: Record<Result['state'], number> = { done: 0, unchanged: 0, error: 0, failed: 0 }
  for (const { state } of results) counts[state]++
  return { ...counts, mails, effects: counted }
}
