import type { SourceLimits } from '../../domain/source-limits.ts'
import type { SourceRow } from '../../domain/table.ts'
import { odsTableEvents } from './ods-table-events.ts'
import type { Archive } from './open-archive.ts'
import { readXml } from './read-xml.ts'
import type { SheetFindings } from './sheet-findings.ts'

/** What a sheet is read with. */
export interface OdsContext {
  readonly archive: Archive
  readonly limits: SourceLimits
}

/**
 * The rows of the sheet with this index. Rows and cells that the document declares as repeated are repeated only
 * as they are read; a million empty ones, as every document has at its end, are a number.
 */
export async function* odsRows(
  { archive, limits }: OdsContext,
  sheetIndex: number,
  findings: SheetFindings,
): AsyncGenerator<Iterable<SourceRow>> {
  let batch: { row: SourceRow; count: number }[] = []
  let sheet = -1
  let isRead = false
  const events = odsTableEvents(limits, {
    begin() {
      sheet += 1
      return sheet === sheetIndex ? findings : undefined
    },
    row: (row, count) => batch.push({ row, count }) > 0,
    end() {
      isRead ||= sheet === sheetIndex
    },
  })
  const blocks = readXml(archive, 'content.xml', {
    ...events,
    block() {
      const built = repeated(batch)
      batch = []
      return built
    },
  })
  for await (const rows of blocks) {
    yield rows
    if (isRead) return
  }
}

function* repeated(batch: readonly { row: SourceRow; count: number }[]): Generator<SourceRow> {
  for (const { row, count } of batch) {
    for (let offset = 0; offset < count; offset += 1) {
      yield { line: row.line + offset, cells: row.cells }
    }
  }
}
