import { SourceError } from '../domain/table.ts'
import type { SourceRow } from '../domain/table.ts'
import type { OpenedSource } from './open-table.ts'

// Later stages ask the database once per chunk or gather several; 2,000 rows are decoded in about 2 ms.
const rowsPerChunk = 2000

/** Chunks of long rows end sooner, so that a chunk takes little memory whatever the rows are like. */
const charactersPerChunk = 250_000

/**
 * Rows by the chunk, counted: `too-many-rows` beyond the limit (and one, which may be a header), `no-rows` when the end comes without any. The
 * source is closed at the end, after an error, and when the reader leaves.
 */
export async function* chunkRows(
  source: Pick<OpenedSource, 'batches' | 'close'>,
  maxRows: number,
): AsyncGenerator<readonly SourceRow[]> {
  let chunk: SourceRow[] = []
  let characters = 0
  let count = 0
  try {
    for await (const batch of source.batches) {
      for (const row of batch) {
        count += 1
        if (count > maxRows + 1) throw new SourceError('too-many-rows', { limit: maxRows })
        chunk.push(row)
        characters += length(row)
        if (chunk.length < rowsPerChunk && characters < charactersPerChunk) continue
        yield chunk
        chunk = []
        characters = 0
      }
    }
    if (count === 0) throw new SourceError('no-rows')
    if (chunk.length > 0) yield chunk
  } finally {
    await source.close()
  }
}

// An empty cell takes room as well: two thousand rows of a thousand of them are two million.
function length(row: SourceRow): number {
  return row.cells.reduce((sum, cell) => sum + cell.length, row.cells.length)
}
