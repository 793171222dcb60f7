/** How fast it goes, in rows per second; null where that cannot be said. */
export type Speed = (finished: number) => number | null

/** When something had moved, and how far it had come. */
interface Move {
  readonly at: number
  readonly finished: number
}

/**
 * Measures over the last five seconds in which something moved, each time that it is asked.
 * Rows come by the thousand, and whoever begins to watch does so in the middle: so it measures from one move to another
 * that is seconds later, and says nothing before. Whoever does the work may be gone: when nothing has moved for long,
 * there is no speed, and no time left to tell; once it goes on, it is measured anew.
 */
export function measureSpeed(): Speed {
  let moves: readonly Move[] = []
  let last: number | undefined
  return (finished) => {
    const now = performance.now()
    if (last !== undefined && last !== finished) {
      moves = [...stillTelling(moves, now), { at: now, finished }]
    }
    last = finished
    const [first] = moves
    const newest = moves.at(-1)
    if (first === undefined || newest === undefined || newest.at - first.at < least) return null
    if (now - newest.at > longestPause(moves)) return null
    return Math.round(((newest.finished - first.finished) * 1_000) / (newest.at - first.at))
  }
}

const window = 5_000
const least = 1_500

/** Of the moves so far those of the last seconds, or the last one; none where the work was interrupted. */
function stillTelling(moves: readonly Move[], now: number): readonly Move[] {
  const newest = moves.at(-1)
  if (newest === undefined || now - newest.at > longestPause(moves)) return []
  const recent = moves.filter(({ at }) => now - at <= window)
  return recent.length > 0 ? recent : [newest]
}

/** What is no interruption: three times what a move took on the average. Of a single move, that is not known. */
function longestPause(moves: readonly Move[]): number {
  const [first] = moves
  const newest = moves.at(-1)
  if (first === undefined || newest === undefined || first === newest) return Infinity
  return Math.max(window, (3 * (newest.at - first.at)) / (moves.length - 1))
}
