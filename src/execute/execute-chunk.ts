import { sql } from 'kysely'
import { addResults, type Result } from '../directory/batch-results.ts'
import type { BatchRecord } from '../directory/batches.ts'
import type { Actor } from '../directory/actor.ts'
import type { Db, Tx } from '../directory/schema.ts'
import type { Language } from '../domain/language.ts'
import type { Operation } from '../operations/operation.ts'
import { judgeChunk } from './judge-chunk.ts'
import { readChunk } from './read-chunk.ts'

/** A batch as it is executed: on whose behalf, and in which language people are invited. */
export interface Run {
  readonly batch: BatchRecord
  readonly operation: Operation
  readonly actor: Actor
  readonly language: Language
}

/** Where a batch stands, and how far it shall come in one transaction. */
export interface Step {
  /** The position of the next record. */
  readonly cursor: number
  /** So many records, and with each user's first row all later rows of the same user. */
  readonly chunkSize: number
  readonly now: Date
}

/**
 * Executes the next chunk of a batch in one transaction: the effects, every row's result, the mails
 * and how far the batch has come. A chunk is committed once, or not at all.
 * @returns the position where it stands now, and how many mails were queued
 * @throws an error with SQLSTATE 40001, 40P01, 23503 or 23505 when others changed the same things
 * meanwhile: the chunk is to be tried again
 */
export async function executeChunk(
  db: Db,
  { batch, operation, actor, language }: Run,
  { cursor, chunkSize, now }: Step,
): Promise<{ readonly cursor: number; readonly mails: number }> {
  const { companyId, id } = batch
  const next = Math.min(cursor + chunkSize, batch.records + 1)
  // One snapshot for look-ups and effects: whatever changes beneath it makes the commit fail.
  const transaction = db.transaction().setIsolationLevel('repeatable read')
  return await transaction.execute(async (tx) => {
    const records = await readChunk(tx, batch, { from: cursor, to: next })
    const ask = { tx, companyId }
    const circumstances = { actor, now }
    const chunk = await judgeChunk(records, { operation, batch, ask, circumstances })
    await operation.apply({ tx, companyId, batchId: id, now, language }, chunk.effects)
    await addResults(tx, batch, chunk.results)
    await moveOn(tx, batch, { from: cursor, to: next, ...chunk })
    return { cursor: next, mails: chunk.mails }
  })
}

// Whoever else executed this chunk has moved the cursor: then nothing of ours may stand.
async function moveOn(
  tx: Tx,
  { companyId, id }: BatchRecord,
  chunk: {
    readonly from: number
    readonly to: number
    readonly results: readonly Result[]
    readonly mails: number
  },
): Promise<void> {
  const ended = (state: Result['state']) =>
    chunk.results.filter((result) => result.state === state).length
  const moved = await sql`
    update batch_progress set
      cursor = ${chunk.to},
      done = done + ${ended('done')},
      unchanged = unchanged + ${ended('unchanged')},
      error = error + ${ended('error')},
      failed = failed + ${ended('failed')},
      mails = mails + ${chunk.mails}
    where company_id = ${companyId} and batch_id = ${id} and cursor = ${chunk.from}`.execute(tx)
  if (moved.numAffectedRows !== 1n) throw new ChunkTaken()
}

/** Another process has executed the chunk meanwhile. */
export class ChunkTaken extends Error {
  override readonly name = 'ChunkTaken'
}
