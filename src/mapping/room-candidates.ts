import type { SourceRow } from '../domain/table.ts'
import { cleanCell } from './clean-cell.ts'
import { readRooms } from './read-rooms.ts'

/** Every text in the sample that could be a room's name: look these up to learn which are known rooms. */
export function roomCandidates(sample: readonly SourceRow[]): ReadonlySet<string> {
  const candidates = new Set<string>()
  for (const cell of sample.flatMap(({ cells }) => cells)) {
    const reading = readRooms(cleanCell(cell))
    if (!('value' in reading)) continue
    candidates.add(reading.value.whole)
    for (const part of reading.value.parts) candidates.add(part)
  }
  candidates.delete('')
  return candidates
}
