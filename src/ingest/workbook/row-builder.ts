import type { SourceLimits } from '../../domain/source-limits.ts'
import { SourceError } from '../../domain/table.ts'
import type { SourceRow } from '../../domain/table.ts'
import { maxRecordLength } from '../record-limits.ts'
import { openMergedCells } from './open-merged-cells.ts'
import type { SheetFindings } from './sheet-findings.ts'

/** Puts the cells of one row of a sheet together. Empty cells are made only where another follows. */
export interface RowBuilder {
  /** Puts `count` cells of this text from `column` (counted from 0) on. */
  put(column: number, text: string, count?: number): void
  /** The cell in this column of this row reaches down to the line `bottom`. */
  merge(column: number, bottom: number): void
  /** A column is hidden in the sheet. */
  hide(column: number): void
  /** The row; undefined when all of its cells are blank. `count`: how many times the sheet repeats it. */
  take(
    line: number,
    facts?: { readonly hidden: boolean; readonly count?: number },
  ): SourceRow | undefined
}

/**
 * Builds rows within the limits, and notes what is worth saying. A merged cell's text is given to every row that
 * it covers, if the row has anything else in it. Throws `unreadable-source` for a cell that is too long, and for
 * a row with more cells, or more text, than a record may have.
 */
export function buildRows(
  limits: SourceLimits,
  findings: SheetFindings,
  currentLine: () => number,
): RowBuilder {
  let cells: string[] = []
  let characters = 0
  let isBlank = true
  const merged = openMergedCells()
  const hiddenColumns = new Set<number>()

  return {
    put,
    merge: merged.begin,
    hide(column) {
      if (column < limits.columns) hiddenColumns.add(column)
    },
    take(line, { hidden, count = 1 } = { hidden: false }) {
      const row = isBlank ? undefined : { line, cells: filled(line, count) }
      if (row !== undefined && hidden) findings.hiddenRows(count)
      merged.end(line, cells)
      cells = []
      characters = 0
      isBlank = true
      return row
    },
  }

  function put(column: number, text: string, count = 1): void {
    if (text === '') return
    if (column + count > limits.columns) throw tooMuch('too-many-cells', limits.columns)
    if (text.length > limits.cellLength) throw tooMuch('cell-too-long', limits.cellLength)
    characters += text.length * count
    if (characters > maxRecordLength) throw tooMuch('record-too-long', maxRecordLength)
    while (cells.length < column) cells.push('')
    for (let at = column; at < column + count; at += 1) cells[at] = text
    isBlank &&= text.trim() === ''
  }

  /** The row's cells, with the texts of the merged ones that cover it. */
  function filled(line: number, count: number): readonly string[] {
    for (const { column, text } of merged.over(line)) {
      if ((cells[column] ?? '').trim() !== '') continue
      put(column, text)
      findings.filledCells(line, count)
    }
    for (const column of hiddenColumns) {
      if ((cells[column] ?? '').trim() === '') continue
      findings.hiddenColumn(column)
      hiddenColumns.delete(column)
    }
    return cells
  }

  function tooMuch(
    reason: 'too-many-cells' | 'cell-too-long' | 'record-too-long',
    limit: number,
  ): SourceError {
    return new SourceError('unreadable-source', { reason, limit, line: currentLine() })
  }
}
