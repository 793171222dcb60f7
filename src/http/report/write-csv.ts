import { csvHeader, csvRecord } from './csv-record.ts'
import type { ReportRow, ReportTable } from './report-table.ts'

/**
 * The report as CSV, in UTF-8. Cells stay as they are, also those that a spreadsheet would take for a formula: the
 * file must say what the source said.
 */
export async function* writeCsv(
  table: ReportTable,
  pages: AsyncIterable<readonly ReportRow[]>,
): AsyncGenerator<string> {
  yield csvHeader(table.header)
  for await (const rows of pages) yield rows.map((row) => csvRecord(table.cellsOf(row))).join('')
}
