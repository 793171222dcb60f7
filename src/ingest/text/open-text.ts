import type { SourceRow } from '../../domain/table.ts'
import type { OpenedSource, OpenTableOptions, SourceInput } from '../open-table.ts'
import { chooseDelimiter } from './choose-delimiter.ts'
import { chooseEncoding } from './choose-encoding.ts'
import { decodeText } from './decode-text.ts'
import { decodeHead } from './decode-head.ts'
import { inBlocks } from './in-blocks.ts'
import { splitRecords } from './split-records.ts'

export interface HeadedSource {
  readonly head: Buffer
  /** From the start, the head included. */
  readonly bytes: AsyncIterable<Uint8Array>
  readonly kind: SourceInput['kind']
  readonly options: OpenTableOptions
}

/** A delimited text as rows. Throws `SourceError` for an encoding or delimiter that it does not know. */
export function openText({ head, bytes, kind, options }: HeadedSource): OpenedSource {
  const { decoder, bomLength } = chooseEncoding(head, options.encoding)
  const text = decodeHead(head.subarray(bomLength), decoder.name())
  const { delimiter, prefixLength } = chooseDelimiter(text, options.delimiter)

  return {
    description: () => ({
      format: kind === 'text' ? 'text' : 'csv',
      encoding: decoder.name(),
      delimiter,
    }),
    batches: readRows(),
    async close() {},
  }

  async function* readRows(): AsyncGenerator<readonly SourceRow[]> {
    const records = splitRecords(delimiter, prefixLength === 0 ? 1 : 2)
    let prefix = prefixLength
    for await (const piece of decodeText(inBlocks(bytes, bomLength), decoder, records.line)) {
      yield records.push(prefix === 0 ? piece : piece.slice(prefix))
      prefix = 0
    }
    yield records.end()
  }
}
