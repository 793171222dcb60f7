import { createHash, hash, type Hash } from 'node:crypto'

/** Counts the rows of a COPY as it passes, and sums what they say. */
export interface RowDigest {
  /** Takes the next bytes, wherever they were cut. */
  update(bytes: Buffer): void
  /** So far. */
  rows(): number
  result(): { readonly rows: number; readonly digest: string }
}

/**
 * The digest of rows whose order says nothing: the sum of their SHA-256, cut to 128 bits. A row is a line, since COPY
 * writes a line break within a text as `\n`.
 */
export function rowDigest(): RowDigest {
  let rows = 0
  let [high, low] = [0n, 0n]
  // Of a row whose end has not come yet; it may be of any length.
  let begun: Hash | null = null

  const add = (digest: Buffer) => {
    rows += 1
    high = BigInt.asUintN(64, high + digest.readBigUInt64BE(0))
    low = BigInt.asUintN(64, low + digest.readBigUInt64BE(8))
  }
  const end = (bytes: Buffer) => {
    if (begun === null) return add(hash('sha256', bytes, 'buffer'))
    add(begun.update(bytes).digest())
    begun = null
  }
  return {
    update(bytes) {
      let start = 0
      for (let at = bytes.indexOf(lineBreak); at >= 0; at = bytes.indexOf(lineBreak, start)) {
        end(bytes.subarray(start, at))
        start = at + 1
      }
      if (start < bytes.length) {
        begun ??= createHash('sha256')
        begun.update(bytes.subarray(start))
      }
    },
    rows: () => rows,
    result() {
      // Cut short: a row that is not as it was.
      if (begun !== null) end(Buffer.of(lineBreak))
      return { rows, digest: hex(high) + hex(low) }
    },
  }
}

const lineBreak = 0x0a

function hex(half: bigint): string {
  return half.toString(16).padStart(16, '0')
}
