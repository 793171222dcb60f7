import { Readable } from 'node:stream'
import { writeXlsxStream } from 'hucre/xlsx'
import type { ReportRow, ReportTable } from './report-table.ts'
import { storableCell } from './storable-cell.ts'

/** A workbook, streamed; every cell is text, so that nothing is a formula and no number loses its zeros. */
export function writeXlsx(
  table: ReportTable,
  pages: AsyncIterable<readonly ReportRow[]>,
): Readable {
  const stream = writeXlsxStream(cells(table, pages), {
    name: 'Report',
    columns: table.header.map((header) => ({ header: storableCell(header), width: 20 })),
    freezePane: { rows: 1 },
  })
  return Readable.from(stream)
}

async function* cells(
  table: ReportTable,
  pages: AsyncIterable<readonly ReportRow[]>,
): AsyncGenerator<string[]> {
  for await (const rows of pages) {
    for (const row of rows) yield table.cellsOf(row).map(storableCell)
  }
}
