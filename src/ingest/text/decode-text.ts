import { SourceError } from '../../domain/table.ts'
import type { Decoder } from './decoders.ts'

/**
 * The blocks as text, character for character: what is not valid in the encoding is an error, never a
 * replacement. `line` tells in which line the text yielded so far ends, so that the error can name it.
 *
 * Throws `unreadable-source` with the reason `invalid-bytes`, or `binary` for a NUL, which no text contains and
 * no database stores.
 */
export async function* decodeText(
  blocks: AsyncIterable<Buffer>,
  decoder: Decoder,
  line: () => number,
): AsyncGenerator<string> {
  let carried: Buffer = Buffer.alloc(0)
  for await (const block of blocks) {
    const bytes = carried.length === 0 ? block : Buffer.concat([carried, block])
    const used = yield* decode(bytes, false)
    carried = bytes.subarray(used)
  }
  if (carried.length > 0) yield* decode(carried, true)

  function* decode(bytes: Buffer, isLast: boolean): Generator<string, number> {
    const { text, used, valid } = decoder.decode(bytes, isLast)
    const nul = text.indexOf('\0')
    yield nul === -1 ? text : text.slice(0, nul)
    if (nul !== -1) throw new SourceError('unreadable-source', { reason: 'binary', line: line() })
    if (valid) return used
    throw new SourceError('unreadable-source', {
      reason: 'invalid-bytes',
      encoding: decoder.name(),
      line: line(),
    })
  }
}
