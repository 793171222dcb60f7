import { colToLetter } from 'hucre/xlsx'
import type { ReportTable } from '../report-table.ts'
import { cellStyles, type CellStyle } from './cell-styles.ts'
import { cellXml } from './cell-xml.ts'
import type { RowQueue } from './queue-rows.ts'

/**
 * A sheet as XML, piece by piece, its elements in the order that ECMA-376 (18.3.1.99) demands: a header that stays in
 * sight, as many rows as the sheet can hold, and a filter over all of them.
 * @param mostRows of the sheet, its header included
 */
export async function* sheetXml(
  table: ReportTable,
  rows: RowQueue,
  mostRows: number,
): AsyncGenerator<string> {
  const { header, cellsOf, badCellsOf } = table
  yield opening(table)
  yield rowXml(1, header, () => cellStyles.heading)
  let line = 1
  for (;;) {
    const taken = await rows.take(mostRows - line)
    if (taken.length === 0) break
    const lines = taken.map((row, index) => {
      const bad = badCellsOf(row)
      return rowXml(line + index + 1, cellsOf(row), (column) => styleOf(table, column, bad))
    })
    line += taken.length
    yield lines.join('')
  }
  yield `</sheetData><autoFilter ref="A1:${colToLetter(header.length - 1)}${line}"/></worksheet>`
}

function opening({ header, ownColumns }: ReportTable): string {
  const columns = header.map((title, index) => {
    const width = index < ownColumns ? ownWidth : (widths[title] ?? ownWidth)
    return `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`
  })
  return `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${columns.join('')}</cols><sheetData>`
}

/** In characters. */
const ownWidth = 24
const widths: Readonly<Record<string, number>> = {
  line: 8,
  state: 12,
  code: 22,
  message: 64,
  suggestion: 26,
  'mail state': 14,
  'mail answer': 40,
}

function rowXml(
  line: number,
  cells: readonly string[],
  styleOf: (column: number) => CellStyle,
): string {
  const xml = cells.map((text, column) =>
    cellXml(`${lettersOf(column)}${line}`, text, styleOf(column)),
  )
  return `<row r="${line}">${xml.join('')}</row>`
}

function styleOf({ header }: ReportTable, column: number, bad: ReadonlySet<number>): CellStyle {
  if (bad.has(column)) return cellStyles.bad
  return header[column] === 'message' ? cellStyles.message : cellStyles.text
}

const letters: string[] = []

/** Kept, since they are asked for once for each cell. */
function lettersOf(column: number): string {
  letters[column] ??= colToLetter(column)
  return letters[column]
}
