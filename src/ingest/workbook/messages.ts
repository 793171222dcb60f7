import type { SourceLimits } from '../../domain/source-limits.ts'
import type { SourceNotice } from '../../domain/source-notice.ts'
import type { SourceErrorCode, SourceRow } from '../../domain/table.ts'
import type { WorkbookFormat } from './inspect-archive.ts'

/** What the worker is started with. The file descriptor is shared: threads of one process. */
export interface ReaderTask {
  readonly fd: number
  readonly format: WorkbookFormat
  readonly sheet: string | undefined
  readonly limits: SourceLimits
}

/** The sheet that is read, and all that there are. */
export interface Sheets {
  readonly sheet: string
  readonly sheets: readonly string[]
}

/** From the worker: the sheets once, then rows; the last is the end or an error. */
export type ReaderMessage =
  | ({ readonly kind: 'opened' } & Sheets)
  | { readonly kind: 'rows'; readonly rows: readonly SourceRow[] }
  | { readonly kind: 'end'; readonly notices: readonly SourceNotice[] }
  | {
      readonly kind: 'error'
      readonly code: SourceErrorCode
      readonly details: Readonly<Record<string, string | number>>
    }
