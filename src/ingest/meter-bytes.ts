import { createHash } from 'node:crypto'
import { SourceError } from '../domain/table.ts'
import { orAborted } from './or-aborted.ts'

/** Bytes on their way: counted, hashed, and stopped at the limit or by the signal. */
export interface MeteredBytes {
  readonly bytes: AsyncIterableIterator<Uint8Array>
  /** SHA-256 in hexadecimal; throws while there are still bytes to come. */
  readonly digest: () => string
  /** Stops the source, wherever it stands. */
  readonly close: () => Promise<void>
}

/** Throws `source-too-large` as soon as more than `limit` bytes came, and the signal's reason when it aborts. */
export function meterBytes(
  source: AsyncIterable<Uint8Array>,
  limit: number,
  signal?: AbortSignal,
): MeteredBytes {
  const upstream = source[Symbol.asyncIterator]()
  const hash = createHash('sha256')
  let count = 0
  let digest: string | undefined

  const bytes: AsyncIterableIterator<Uint8Array> = {
    async next() {
      signal?.throwIfAborted()
      const piece = await orAborted(upstream.next(), signal)
      if (piece.done === true) {
        digest ??= hash.digest('hex')
        return { done: true, value: undefined }
      }
      count += piece.value.byteLength
      if (count > limit) throw new SourceError('source-too-large', { limit })
      hash.update(piece.value)
      return { done: false, value: piece.value }
    },
    async return() {
      await close()
      return { done: true, value: undefined }
    },
    [Symbol.asyncIterator]: () => bytes,
  }

  return {
    bytes,
    digest() {
      if (digest === undefined) throw new Error('The source was not read to its end.')
      return digest
    },
    close,
  }

  /** Not awaited after an abort: a source that hangs would not answer this either. */
  async function close(): Promise<void> {
    const closed = upstream.return?.()
    if (signal?.aborted === true) closed?.catch(() => undefined)
    else await closed
  }
}
