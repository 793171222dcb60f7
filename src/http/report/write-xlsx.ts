import { Readable } from 'node:stream'
import { writeXlsxStream } from 'hucre/xlsx'
import type { PlannedRow } from '../../verify/read-rows.ts'
import type { ReportTable } from './report-table.ts'

/** A workbook, streamed; every cell is text, so that nothing is a formula and no number loses its zeros. */
export function writeXlsx(
  table: ReportTable,
  pages: AsyncIterable<readonly PlannedRow[]>,
): Readable {
  const stream = writeXlsxStream(cells(table, pages), {
    name: 'Report',
    columns: table.header.map((header) => ({ header: storable(header), width: 20 })),
    freezePane: { rows: 1 },
  })
  return Readable.from(stream)
}

async function* cells(
  table: ReportTable,
  pages: AsyncIterable<readonly PlannedRow[]>,
): AsyncGenerator<string[]> {
  for await (const rows of pages) {
    for (const row of rows) yield table.cellsOf(row).map(storable)
  }
}

// XML knows no other control characters, and a cell of a workbook no longer text; Excel refuses the whole file.
function storable(cell: string): string {
  return cell.toWellFormed().replace(notInXml, '\ufffd').slice(0, longestCell)
}

// eslint-disable-next-line no-control-regex
const notInXml = /[\0-\b\v\f\x0e-\x1f\ufffe\uffff]/g
const longestCell = 32_767
