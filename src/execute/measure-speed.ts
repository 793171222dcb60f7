/** How fast it goes, in rows per second; null where that cannot be said. */
export type Speed = (finished: number) => number | null

/**
 * Measures over the last five seconds in which something moved, each time that it is asked.
 * Whoever does the work may be gone: when nothing has moved for as long, there is no speed, and no time left to tell.
 */
export function measureSpeed(): Speed {
  const seen: { readonly at: number; readonly finished: number }[] = []
  return (finished) => {
    const now = performance.now()
    const last = seen.at(-1)
    if (last === undefined || last.finished !== finished) seen.push({ at: now, finished })
    while (seen.length > 2 && now - (seen[0]?.at ?? now) > windowMilliseconds) seen.shift()
    const [first] = seen
    const newest = seen.at(-1)
    if (first === undefined || newest === undefined || first === newest) return null
    if (now - newest.at > windowMilliseconds) return null
    return Math.round(((newest.finished - first.finished) * 1_000) / (newest.at - first.at))
  }
}

const windowMilliseconds = 5_000
