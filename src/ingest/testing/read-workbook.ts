import { usualSourceLimits } from '../../domain/source-limits.ts'
import type { SourceLimits } from '../../domain/source-limits.ts'
import type { SourceNotice } from '../../domain/source-notice.ts'
import type { SourceRow } from '../../domain/table.ts'
import { spoolBytes } from '../spool-bytes.ts'
import { inspectArchive } from '../workbook/inspect-archive.ts'
import { odsSheets } from '../workbook/ods-sheets.ts'
import { openArchive } from '../workbook/open-archive.ts'
import { selectSheet } from '../workbook/select-sheet.ts'
import { xlsxSheets } from '../workbook/xlsx-sheets.ts'

/** A workbook's sheet, read to its end in this thread: a worker costs a test more than reading. */
export async function readWorkbook(
  bytes: Uint8Array,
  own: Partial<SourceLimits> = {},
): Promise<{
  readonly sheet: string
  readonly rows: readonly SourceRow[]
  readonly cells: readonly (readonly string[])[]
  readonly notices: readonly SourceNotice[]
}> {
  const limits = { ...usualSourceLimits, ...own }
  const file = await spoolBytes(once(bytes))
  try {
    const { format } = await inspectArchive(file.fd, limits)
    const archive = await openArchive(file.fd)
    const sheets = await (format === 'xlsx' ? xlsxSheets : odsSheets)(archive, limits)
    const { name, read } = await selectSheet(sheets)
    const { batches, notices } = read()
    const rows: SourceRow[] = []
    for await (const batch of batches) rows.push(...batch)
    return { sheet: name, rows, cells: rows.map(({ cells }) => cells), notices: notices() }
  } finally {
    await file.close()
  }
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}
