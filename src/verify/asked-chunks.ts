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
 * All rows of a batch in their order, chunk by chunk. While its taker is at work with one chunk, the look-ups of the next
 * are on their way, the cells of the one after it are read, and its successor's records are fetched: whenever the
 * database has answered, the next question is ready, on a connection for the directory and one for the records.
 * @param db to read records; they stand still while the batch is locked
 */
export function askedChunks(
  db: Db,
  batch: BatchRecord,
  { chunkSize, ...context }: Context & { readonly chunkSize: number },
): AsyncGenerator<AskedChunk> {
  const records = oneAhead(storedChunks(db, batch, chunkSize))
  const rows = oneAhead(readChunks(records, batch, context))
  return oneAhead(askedOf(rows, context))
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

async function* readChunks(
  chunks: AsyncIterable<readonly StoredRecord[]>,
  { mapping }: BatchRecord,
  { operation }: Context,
): AsyncGenerator<readonly ReadRecord[]> {
  for await (const records of chunks) yield await readInTurns(operation, mapping, records)
}

async function* askedOf(
  chunks: AsyncIterable<readonly ReadRecord[]>,
  context: Context,
): AsyncGenerator<AskedChunk> {
  for await (const rows of chunks) yield { rows, judge: await judgeOf(rows, context) }
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
