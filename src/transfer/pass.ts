import type { RowDigest } from './row-digest.ts'

/** A step of a pipeline that lets everything through, counts it, and tells with each block how many rows have passed. */
export function pass(digest: RowDigest, onRows: (rows: number) => void) {
  return async function* (blocks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    for await (const block of blocks) {
      digest.update(block)
      onRows(digest.rows())
      yield block
    }
  }
}
