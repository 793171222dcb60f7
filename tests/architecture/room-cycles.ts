import type { Import } from './imports.ts'
import { roomOf } from './strangers.ts'

/**
 * Finds rooms that import each other, directly or around corners.
 *
 * @returns each circle once, such as `domain → mail → domain`
 */
export function roomCycles(imports: readonly Import[]): readonly string[] {
  const neighbours = new Map<string, Set<string>>()
  for (const { from, to } of imports) {
    if (to === undefined || roomOf(from) === roomOf(to)) continue
    neighbours.set(roomOf(from), (neighbours.get(roomOf(from)) ?? new Set()).add(roomOf(to)))
  }
  const cycles = [...neighbours.keys()].flatMap((room) => cyclesFrom([room], neighbours))
  return [...new Set(cycles.map(asSentence))]
}

function cyclesFrom(
  path: readonly string[],
  neighbours: ReadonlyMap<string, ReadonlySet<string>>,
): readonly (readonly string[])[] {
  const next = [...(neighbours.get(path.at(-1) ?? '') ?? [])]
  const closed = next.some((room) => room === path[0]) ? [path] : []
  const onwards = next.filter((room) => !path.includes(room))
  return [...closed, ...onwards.flatMap((room) => cyclesFrom([...path, room], neighbours))]
}

// Turned so that the first room in the alphabet comes first, a circle reads the same wherever it was entered.
function asSentence(cycle: readonly string[]) {
  const start = cycle.indexOf(cycle.toSorted()[0] ?? '')
  const turned = [...cycle.slice(start), ...cycle.slice(0, start)]
  return [...turned, turned[0]].join(' → ')
}
