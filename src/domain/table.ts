import type { SourceNotice } from './source-notice.ts'

/** One record of a source, as it was read: nothing trimmed, nothing interpreted. */
export interface SourceRow {
  /** The line of the source in which the record begins, counted from 1; in a workbook the row of the sheet. */
  readonly line: number
  readonly cells: readonly string[]
}

export const sourceFormats = ['csv', 'text', 'xlsx', 'ods'] as const

export type SourceFormat = (typeof sourceFormats)[number]

/** What was recognised about a source, or what a person chose. */
export interface SourceDescription {
  /** The file's name; null for pasted text. */
  readonly name: string | null
  readonly format: SourceFormat
  /**
   * Text only: `utf-8`, `utf-16le`, `utf-16be`, `windows-1252` or what a person chose. Final once the records
   * were read: only the first byte beyond ASCII tells UTF-8 from Windows-1252, and it may stand in the last line.
   */
  readonly encoding: string | null
  /** Text only: `,` `;` tab or `|`. */
  readonly delimiter: string | null
  /** Workbooks only: the sheet that was read, and all that there are. */
  readonly sheet: string | null
  readonly sheets: readonly string[]
  /** What is worth knowing about how it was read. Final, like the encoding, once the records were read. */
  readonly notices: readonly SourceNotice[]
  /** The line of the first record that was taken: what stands above it are titles or comments. */
  readonly firstLine: number
}

/** A source, opened: what it is, and its records in order, the header (if there is one) among them. */
export interface Table {
  readonly source: SourceDescription
  /** Records by the chunk, to be read once; blank records are skipped. Reading throws `SourceError`. */
  readonly chunks: AsyncIterable<readonly SourceRow[]>
  /** SHA-256 of the source's bytes, in hexadecimal. To be asked once the chunks are read to their end. */
  digest(): string
  /** Gives back what the table holds. The end of the chunks, an error and leaving their loop do it as well. */
  close(): Promise<void>
}

/** How a person wants a source to be read; what is not said is found by looking. */
export interface SourceOptions {
  readonly encoding?: string | undefined
  readonly delimiter?: string | undefined
  readonly sheet?: string | undefined
  /** The line in which reading begins, with the header or the first row. */
  readonly firstLine?: number | undefined
}

/** What makes a source unreadable, as `details.reason` of the code `unreadable-source`. */
export const unreadableReasons = [
  'binary',
  'damaged',
  'invalid-bytes',
  'record-too-long',
  'too-many-cells',
  'cell-too-long',
  'took-too-long',
  'out-of-memory',
] as const

export type UnreadableReason = (typeof unreadableReasons)[number]

export type SourceErrorCode =
  | 'unreadable-source'
  | 'unknown-encoding'
  | 'unknown-delimiter'
  | 'option-of-texts'
  | 'option-of-workbooks'
  | 'unclosed-quote'
  | 'unsupported-format'
  | 'unknown-sheet'
  | 'source-too-large'
  | 'too-many-rows'
  | 'no-rows'
  | 'no-such-line'
  | 'all-rows-done'

/** A source that cannot be read: one clear problem, with the line and the reason where they are known. */
export class SourceError extends Error {
  override readonly name = 'SourceError'
  readonly code: SourceErrorCode
  readonly details: Readonly<Record<string, string | number>>

  constructor(
    code: SourceErrorCode,
    details: Readonly<Record<string, string | number>> = {},
    options?: ErrorOptions,
  ) {
    super(code, options)
    this.code = code
    this.details = details
  }
}
