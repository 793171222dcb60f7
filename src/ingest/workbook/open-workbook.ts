import { sourceNotice } from '../../domain/source-notice.ts'
import type { OpenedSource } from '../open-table.ts'
import type { HeadedSource } from '../text/open-text.ts'
import { inspectArchive } from './inspect-archive.ts'
import { spoolBytes } from '../spool-bytes.ts'
import { startReader } from './start-reader.ts'

/**
 * A workbook's sheet as rows. A zip archive is read from its end, so the bytes go into a temporary file first;
 * its directory is inspected before anything is unpacked, and a worker of limited memory unpacks it.
 */
export async function openWorkbook({ bytes, options }: HeadedSource): Promise<OpenedSource> {
  const file = await spoolBytes(bytes)
  try {
    const { sheet, limits, signal } = options
    const { format, hasMacros } = await inspectArchive(file.fd, limits)
    const reader = await startReader({ fd: file.fd, format, sheet, limits }, signal)
    const macros = hasMacros ? [sourceNotice('macros')] : []
    return {
      description: () => ({
        format,
        ...reader.sheets,
        notices: [...macros, ...reader.notices()],
      }),
      batches: reader.batches,
      async close() {
        await reader.stop()
        await file.close()
      },
    }
  } catch (error) {
    await file.close()
    throw error
  }
}
