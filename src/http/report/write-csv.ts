import type { PlannedRow } from '../../verify/read-rows.ts'
import type { ReportTable } from './report-table.ts'

/**
 * RFC 4180: commas, CRLF, the header in line 1; UTF-8 with the mark by which Excel knows it. Cells stay as they
 * are, also those that a spreadsheet would take for a formula: the file must say what the source said.
 */
export async function* writeCsv(
  table: ReportTable,
  pages: AsyncIterable<readonly PlannedRow[]>,
): AsyncGenerator<string> {
  yield byteOrderMark + record(table.header)
  for await (const rows of pages) yield rows.map((row) => record(table.cellsOf(row))).join('')
}

const byteOrderMark = '\ufeff'

function record(cells: readonly string[]): string {
  return `${cells.map(quoted).join(',')}\r\n`
}

// A space at an edge, or what begins a formula, is quoted too: some readers treat it with less care otherwise.
const needsQuotes = /[",\r\n]|^[\s=+@-]|\s$/

function quoted(cell: string): string {
  return needsQuotes.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}
