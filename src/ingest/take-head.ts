/** As much of a source as is looked at before it is read. */
export const headSize = 64 * 1024

/** The first bytes of a source (all of them, if they are few), and its bytes from the start all the same. */
export async function takeHead(
  source: AsyncIterator<Uint8Array>,
): Promise<{ readonly head: Buffer; readonly bytes: AsyncIterable<Uint8Array> }> {
  const pieces: Uint8Array[] = []
  let size = 0
  while (size < headSize) {
    const piece = await source.next()
    if (piece.done === true) break
    pieces.push(piece.value)
    size += piece.value.byteLength
  }
  return { head: Buffer.concat(pieces).subarray(0, headSize), bytes: fromTheStart(pieces, source) }
}

async function* fromTheStart(
  pieces: readonly Uint8Array[],
  source: AsyncIterator<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  try {
    yield* pieces
    for (;;) {
      const piece = await source.next()
      if (piece.done === true) return
      yield piece.value
    }
  } finally {
    await source.return?.()
  }
}
