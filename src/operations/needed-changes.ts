import type { Effect } from './operation.ts'

/** A change that a row makes. */
export interface NeededChange<R, Change> {
  readonly row: R
  readonly change: Change
}

/** What rows change, one by one: a part that is already as its row wants it changes nothing. */
export function* neededChanges<R, Change>(
  effects: readonly Effect<R, Change>[],
): Generator<NeededChange<R, Change>> {
  for (const { row, parts } of effects) {
    for (const { needed, change } of parts) if (needed) yield { row, change }
  }
}
