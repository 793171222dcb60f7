import { SourceError } from '../../domain/table.ts'
import type { UnreadableReason } from '../../domain/table.ts'
import type { Decoder } from './decoders.ts'
import { suggestEncoding } from './suggest-encoding.ts'

/**
 * The blocks as text, character for character: what is not valid in the encoding is an error, never a
 * replacement. `line` tells in which line the text yielded so far ends, so that the error can name it.
 *
 * Throws `unreadable-source` with the reason `invalid-bytes` (and as `suggestion` the encoding in which they make
 * sense, if there is one), or `binary` for a NUL, which no text contains and no database stores.
 */
export async function* decodeText(
  blocks: AsyncIterable<Buffer>,
  decoder: Decoder,
  line: () => number,
): AsyncGenerator<string> {
  let carried: Buffer = Buffer.alloc(0)
  /** Of the character that comes next, counted from 1. */
  let column = 1
  for await (const block of blocks) {
    const bytes = carried.length === 0 ? block : Buffer.concat([carried, block])
    const used = yield* decode(bytes, false)
    carried = bytes.subarray(used)
  }
  if (carried.length > 0) yield* decode(carried, true)

  function* decode(bytes: Buffer, isLast: boolean): Generator<string, number> {
    const { text, used, valid } = decoder.decode(bytes, isLast)
    const nul = text.indexOf('\0')
    const good = nul === -1 ? text : text.slice(0, nul)
    column = columnBehind(good, column)
    yield good
    if (nul !== -1) throw unreadable('binary')
    if (valid) return used
    const encoding = decoder.name()
    const suggestion = encoding.startsWith('utf-16')
      ? undefined
      : suggestEncoding(bytes, used, encoding)
    throw unreadable('invalid-bytes', {
      encoding,
      ...(suggestion === undefined ? {} : { suggestion }),
    })
  }

  function unreadable(reason: UnreadableReason, details: Readonly<Record<string, string>> = {}) {
    return new SourceError('unreadable-source', { reason, ...details, line: line(), column })
  }
}

/** The column behind a text that begins in this one. */
function columnBehind(text: string, column: number): number {
  const line = text.slice(text.lastIndexOf('\n') + 1)
  const start = line.lastIndexOf('\r') + 1
  const isSameLine = start === 0 && line.length === text.length
  return (isSameLine ? column : 1) + characters(line.slice(start))
}

function characters(text: string): number {
  let count = 0
  for (const _ of text) count += 1
  return count
}
