import type { Range } from '../directory/batch-chunks.ts'

/**
 * The chunks that are still to be executed, in order: what lies between those that were, cut to size.
 * @param all the positions of all rows
 * @param executed in order, none overlapping another
 */
export function* openRanges(
  all: Range,
  executed: readonly Range[],
  size: number,
): Generator<Range, undefined> {
  let first = all.first
  for (const done of [...executed, { first: all.end, end: all.end }]) {
    for (; first < done.first; first += size) {
      yield { first, end: Math.min(first + size, done.first) }
    }
    first = done.end
  }
}

/** A range in two; none when it is a single position. */
export function halvesOf({ first, end }: Range): readonly Range[] {
  const middle = Math.floor((first + end) / 2)
  return middle === first
    ? []
    : [
        { first, end: middle },
        { first: middle, end },
      ]
}
