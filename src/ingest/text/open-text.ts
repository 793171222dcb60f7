import { sourceNotice } from '../../domain/source-notice.ts'
import type { SourceRow } from '../../domain/table.ts'
import type { OpenedSource, OpenTableOptions, SourceInput } from '../open-table.ts'
import { headSize } from '../take-head.ts'
import { chooseDelimiter } from './choose-delimiter.ts'
import { chooseEncoding } from './choose-encoding.ts'
import { decodeText } from './decode-text.ts'
import { decodeHead } from './decode-head.ts'
import { doubtEncoding } from './doubt-encoding.ts'
import { inBlocks } from './in-blocks.ts'
import { isRule } from './is-rule.ts'
import { looksLikeMailboxes } from './looks-like-mailboxes.ts'
import { mailboxRows } from './mailbox-rows.ts'
import { splitRecords } from './split-records.ts'

export interface HeadedSource {
  readonly head: Buffer
  /** From the start, the head included. */
  readonly bytes: AsyncIterable<Uint8Array>
  readonly kind: SourceInput['kind']
  readonly options: OpenTableOptions
}

/**
 * A delimited text, or a list of mailboxes, as rows. Throws `SourceError` for an encoding or delimiter that it does
 * not know.
 */
export function openText({ head, bytes, kind, options }: HeadedSource): OpenedSource {
  const { decoder, bomLength } = chooseEncoding(head, options.encoding)
  const text = decodeHead(head.subarray(bomLength), decoder.name())
  // Who chooses a delimiter says that it is a table.
  const mailboxes =
    options.delimiter === undefined ? looksLikeMailboxes(text, head.length === headSize) : undefined
  const listed = mailboxes && mailboxRows(mailboxes, options.limits.cellLength)
  const { delimiter, prefixLength } = chooseDelimiter(text, options.delimiter)
  // What a person chose is not doubted.
  const doubt = doubtEncoding(() => decoder.name(), options.encoding === undefined)

  return {
    description: () => ({
      format: kind === 'text' ? 'text' : 'csv',
      encoding: decoder.name(),
      delimiter: listed === undefined ? delimiter : null,
      notices: [
        ...(listed === undefined ? [] : [sourceNotice('mail-addresses'), ...listed.notices()]),
        ...doubt.notices(),
      ],
    }),
    batches: readRows(),
    async close() {},
  }

  async function* readRows(): AsyncGenerator<readonly SourceRow[]> {
    const records = listed ?? splitRecords(delimiter, prefixLength === 0 ? 1 : 2, options.limits)
    let prefix = prefixLength
    for await (const piece of decodeText(inBlocks(bytes, bomLength), decoder, records.line)) {
      const rows = records.push(prefix === 0 ? piece : piece.slice(prefix))
      doubt.look(piece, rows)
      yield withoutRules(rows)
      prefix = 0
    }
    const last = records.end()
    doubt.look('', last)
    yield withoutRules(last)
  }

  // Only a pipe parts what is drawn with lines.
  function withoutRules(rows: readonly SourceRow[]): readonly SourceRow[] {
    return delimiter === '|' ? rows.filter(({ cells }) => !isRule(cells)) : rows
  }
}
