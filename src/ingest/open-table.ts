import type { SourceLimits } from '../domain/source-limits.ts'
import { SourceError } from '../domain/table.ts'
import type { SourceOptions, SourceRow, Table } from '../domain/table.ts'
import { chunkRows } from './chunk-rows.ts'
import { describeSource } from './describe-source.ts'
import type { KnownSource } from './describe-source.ts'
import { meterBytes } from './meter-bytes.ts'
import { recogniseCompoundFile } from './recognise-compound-file.ts'
import { recogniseFormat } from './recognise-format.ts'
import { takeHead } from './take-head.ts'
import { openText } from './text/open-text.ts'
import { openWorkbook } from './workbook/open-workbook.ts'

/** What a person brought: an uploaded file (or a stream of one), or text that was pasted. */
export interface SourceInput {
  readonly name: string | null
  readonly kind: 'file' | 'text'
  readonly bytes: AsyncIterable<Uint8Array>
}

export interface OpenTableOptions extends SourceOptions {
  readonly limits: SourceLimits
  /** Reading throws its reason; a worker that reads a workbook is stopped. */
  readonly signal?: AbortSignal | undefined
}

/** What each format's reader gives: rows by the batch, blank ones left out, not yet counted. */
export interface OpenedSource {
  /** Asked anew each time: the encoding may be known only in the end. */
  readonly description: () => KnownSource
  readonly batches: AsyncIterable<Iterable<SourceRow>>
  readonly close: () => Promise<void>
}

/**
 * Opens a file or a text as a table: looks at its first bytes, tells what it is, and reads it as it is asked for.
 *
 * The memory that it takes does not grow with a text; a workbook is kept in a nameless temporary file and read
 * in a worker of limited memory. Throws `SourceError` here for what the first bytes (or a workbook's
 * directory) show, and while the chunks are read for what comes later.
 */
export async function openTable(input: SourceInput, options: OpenTableOptions): Promise<Table> {
  const meter = meterBytes(input.bytes, options.limits.bytes, options.signal)
  try {
    const { head, bytes } = await takeHead(meter.bytes)
    const format = recogniseFormat(input.kind, head)
    if (format === 'compound-file') throw await recogniseCompoundFile(bytes)
    mustFit(options, format)
    const open = format === 'workbook' ? openWorkbook : openText
    const opened = await open({ head, bytes, kind: input.kind, options })
    return {
      get source() {
        return describeSource(input.name, opened.description())
      },
      chunks: chunkRows(opened, options.limits.rows),
      digest: meter.digest,
      async close() {
        await opened.close()
        await meter.close()
      },
    }
  } catch (error) {
    await meter.close()
    throw error
  }
}

// A choice that changes nothing was meant for another file.
function mustFit({ encoding, delimiter, sheet }: SourceOptions, format: string): void {
  if (format !== 'workbook') {
    if (sheet !== undefined) throw new SourceError('option-of-workbooks', { option: 'sheet' })
    return
  }
  if (encoding !== undefined) throw new SourceError('option-of-texts', { option: 'encoding' })
  if (delimiter !== undefined) throw new SourceError('option-of-texts', { option: 'delimiter' })
}
