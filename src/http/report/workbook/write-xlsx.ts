import { PassThrough, Readable } from 'node:stream'
import { finished } from 'node:stream/promises'
import { ZipFile } from 'yazl'
import type { ReportRow, ReportTable } from '../report-table.ts'
import { queueRows } from './queue-rows.ts'
import { sheetXml } from './sheet-xml.ts'
import { workbookParts } from './workbook-parts.ts'

/** What a sheet can hold, its header included. */
const rowsPerSheet = 1_048_576

/**
 * The report as a workbook, streamed: what is held does not grow with the rows. Every cell is text, so that nothing is
 * a formula and no number loses its zeros; the cells that have a problem are marked. More rows than a sheet
 * can have go on in the next one.
 */
export function writeXlsx(
  table: ReportTable,
  pages: AsyncIterable<readonly ReportRow[]>,
  mostRows = rowsPerSheet,
): Readable {
  const zip = new ZipFile()
  const workbook = zip.outputStream.pipe(new PassThrough())
  const left = new AbortController()
  workbook.once('close', () => left.abort())
  zip.on('error', (error) => workbook.destroy(error))
  addParts(zip, { table, pages, mostRows, signal: left.signal }).catch((error: Error) =>
    workbook.destroy(error),
  )
  return workbook
}

interface Book {
  readonly table: ReportTable
  readonly pages: AsyncIterable<readonly ReportRow[]>
  readonly mostRows: number
  /** Whoever reads the workbook has left. */
  readonly signal: AbortSignal
}

async function addParts(zip: ZipFile, { table, pages, mostRows, signal }: Book): Promise<void> {
  await using rows = queueRows(pages)
  let sheets = 0
  do {
    sheets += 1
    const sheet = Readable.from(sheetXml(table, rows, mostRows), { signal })
    zip.addReadStream(sheet, `xl/worksheets/sheet${sheets}.xml`)
    await finished(sheet)
  } while (await rows.hasMore())
  for (const { name, xml } of workbookParts(sheets)) zip.addBuffer(Buffer.from(xml), name)
  zip.end()
}
