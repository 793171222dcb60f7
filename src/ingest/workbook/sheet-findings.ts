import { sourceNotice } from '../../domain/source-notice.ts'
import type { SourceNotice } from '../../domain/source-notice.ts'

/** What turns up in a sheet while its rows are read, and is worth saying. */
export interface SheetFindings {
  /** Rows of data that are hidden. */
  hiddenRows(count: number): void
  /** A hidden column that has something in it, counted from 0. */
  hiddenColumn(column: number): void
  /** Cells that lie under a merged one and were given its text. */
  filledCells(line: number, count: number): void
  /** Cells with a formula that no program has calculated yet. */
  uncalculatedCells(line: number, count: number): void
  /** Final once the last row is read. */
  readonly notices: () => readonly SourceNotice[]
}

export function collectFindings(): SheetFindings {
  let hiddenRows = 0
  const hiddenColumns = new Set<number>()
  const filled = { count: 0, line: 0 }
  const uncalculated = { count: 0, line: 0 }

  return {
    hiddenRows: (count) => void (hiddenRows += count),
    hiddenColumn: (column) => void hiddenColumns.add(column),
    filledCells: (line, count) => note(filled, line, count),
    uncalculatedCells: (line, count) => note(uncalculated, line, count),
    notices() {
      const columns = hiddenColumns.size
      return [
        ...(hiddenRows > 0 ? [sourceNotice('hidden-rows', { count: hiddenRows })] : []),
        ...(columns > 0 ? [sourceNotice('hidden-columns', { count: columns })] : []),
        ...(filled.count > 0 ? [sourceNotice('merged-cells', filled)] : []),
        ...(uncalculated.count > 0 ? [sourceNotice('formulas-without-value', uncalculated)] : []),
      ]
    },
  }
}

/** Counts, and remembers the line of the first. */
function note(found: { count: number; line: number }, line: number, count: number): void {
  if (found.count === 0) found.line = line
  found.count += count
}
