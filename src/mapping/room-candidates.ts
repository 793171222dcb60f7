import type { SourceRow } from '../domain/table.ts'
import { cleanCell } from './clean-cell.ts'
import { readRooms } from './read-rooms.ts'

// All are looked up in one query. Ten cells can name 100,000 rooms; what a column is, is known long before.
const mostCandidates = 10_000

/** No room's name is longer. */
const longestName = 255

/** Texts in the sample that could be a room's name: look these up to learn which are known rooms. */
export function roomCandidates(sample: readonly SourceRow[]): ReadonlySet<string> {
  const candidates = new Set<string>()
  for (const cell of sample.flatMap(({ cells }) => cells)) {
    const reading = readRooms(cleanCell(cell))
    if (!('value' in reading)) continue
    for (const name of [reading.value.whole, ...reading.value.parts]) {
      if (name === '' || name.length > longestName) continue
      candidates.add(name)
      if (candidates.size === mostCandidates) return candidates
    }
  }
  return candidates
}
