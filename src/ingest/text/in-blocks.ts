// Blocks of 64 KiB: a decoder and a splitter that are called for every few bytes of a slow upload would look at
// an unfinished record again and again, and a whole file in one block would be decoded all at once.
const blockSize = 64 * 1024

/** The same bytes in blocks of one size, without the first `skip`. The last block may be shorter. */
export async function* inBlocks(
  bytes: AsyncIterable<Uint8Array>,
  skip: number,
): AsyncGenerator<Buffer> {
  let toSkip = skip
  let block = Buffer.allocUnsafe(blockSize)
  let filled = 0
  for await (const piece of bytes) {
    const skipped = Math.min(toSkip, piece.byteLength)
    toSkip -= skipped
    for (let at = skipped; at < piece.byteLength;) {
      const part = piece.subarray(at, at + blockSize - filled)
      block.set(part, filled)
      filled += part.byteLength
      at += part.byteLength
      if (filled < blockSize) continue
      yield block
      block = Buffer.allocUnsafe(blockSize)
      filled = 0
    }
  }
  if (filled > 0) yield block.subarray(0, filled)
}
