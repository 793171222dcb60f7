import type { SourceRow } from '../domain/table.ts'

/** So many records at the beginning of a source are looked at to guess its columns, if they are not too wide. */
export const sampleSize = 200

// Each cell is looked at for all that it could be, which takes some microseconds, and nobody else is served
// meanwhile. Of a table with a thousand columns some ten rows say enough.
const mostCells = 10_000
const mostCharacters = 200_000

/** A header and a row, at least. */
const fewest = 2

/** The records at the beginning of a source by which its columns are guessed. */
export function takeSample(records: readonly SourceRow[]): readonly SourceRow[] {
  let cells = 0
  let characters = 0
  const sample: SourceRow[] = []
  for (const record of records.slice(0, sampleSize)) {
    cells += record.cells.length
    characters += record.cells.reduce((sum, cell) => sum + cell.length, 0)
    const isEnough = cells > mostCells || characters > mostCharacters
    if (isEnough && sample.length >= fewest) break
    sample.push(record)
  }
  return sample
}
