import { recordsByBytes, type StoredRecord } from '../directory/batch-records.ts'
import { firstRecord, type BatchRecord } from '../directory/batches.ts'
import type { Db } from '../directory/schema.ts'
import type { Judge } from '../operations/operation.ts'
import { judgeOf, type Context } from './judge-rows.ts'
import { readInTurns } from './read-in-turns.ts'
import type { ReadRecord } from './read-record.ts'

/** Some rows of a batch, of which the directory was asked. */
export interface AskedChunk {
  readonly rows: readonly ReadRecord[]
  readonly judge: Judge
}

/**
 * All rows of a batch in their order, chunk by chunk. While its taker is at work with one chunk, the
 * look-ups of the next and the records of the one after it are on their way, on connections of their own.
 * @param db to read records; they stand still while the batch is locked
 */
export function askedChunks(
  db: Db,
  batch: BatchRecord,
  { chunkSize, ...context }: Context & { readonly chunkSize: number },
): AsyncGenerator<AskedChunk> {
  const records = oneAhead(storedChunks(db, batch, chunkSize))
  return oneAhead(asked(records, batch, context))
}

async function* storedChunks(
  db: Db,
  batch: BatchRecord,
  size: number,
): AsyncGenerator<readonly StoredRecord[]> {
  for (let first = firstRecord(batch.mapping); first <= batch.records; first += size) {
    yield* recordsByBytes(db, batch, { first, end: first + size })
  }
}

async function* asked(
  chunks: AsyncIterable<readonly StoredRecord[]>,
  { mapping }: BatchRecord,
  context: Context,
): AsyncGenerator<AskedChunk> {
  for await (const records of chunks) {
    const rows = await readInTurns(context.operation, mapping, records)
    yield { rows, judge: await judgeOf(rows, context) }
  }
}

/** Asks for the next item before it hands one out; waits for what is on its way when it is left early. */
async function* oneAhead<T>(items: AsyncGenerator<T>): AsyncGenerator<T> {
  let next = ask(items)
  try {
    for (;;) {
      const { value, done } = await next
      if (done === true) return
      next = ask(items)
      yield value
    }
  } finally {
    await next.catch(() => undefined)
    await items.return(undefined)
  }
}

function ask<T>(items: AsyncGenerator<T>): Promise<IteratorResult<T, void>> {
  const next = items.next()
  // Until it is awaited, a failure must not count as unhandled.
  next.catch(() => undefined)
  return next
}
