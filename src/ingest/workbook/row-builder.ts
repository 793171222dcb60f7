import { SourceError } from '../../domain/table.ts'
import type { SourceRow } from '../../domain/table.ts'
import { maxCellsPerRecord, maxRecordLength } from '../record-limits.ts'

/** Puts the cells of one row of a sheet together. Empty cells are made only where another follows. */
export interface RowBuilder {
  /** Puts `count` cells of this text from `column` (counted from 0) on. */
  put(column: number, text: string, count?: number): void
  /** The row; undefined when all of its cells are blank. */
  take(line: number): SourceRow | undefined
}

/** Throws `unreadable-source` for a row with more cells, or more text, than a record may have. */
export function buildRows(currentLine: () => number): RowBuilder {
  let cells: string[] = []
  let characters = 0
  let isBlank = true

  return {
    put(column, text, count = 1) {
      if (text === '') return
      if (column + count > maxCellsPerRecord) throw tooMuch('too-many-cells')
      characters += text.length * count
      if (characters > maxRecordLength) throw tooMuch('record-too-long')
      while (cells.length < column) cells.push('')
      for (let at = column; at < column + count; at += 1) cells[at] = text
      isBlank &&= text.trim() === ''
    },
    take(line) {
      const row = isBlank ? undefined : { line, cells }
      cells = []
      characters = 0
      isBlank = true
      return row
    },
  }

  function tooMuch(reason: 'too-many-cells' | 'record-too-long'): SourceError {
    const limit = reason === 'too-many-cells' ? maxCellsPerRecord : maxRecordLength
    return new SourceError('unreadable-source', { reason, limit, line: currentLine() })
  }
}
