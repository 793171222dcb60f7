import { Session } from 'node:inspector'

/** Tells whether the code took a way that it had not taken before. */
export interface Coverage {
  /** How many new ways were taken since the last question. */
  news(): number
  /** How many ways are known. */
  readonly size: number
}

/**
 * Coverage as V8 itself counts it, block by block, of this thread and of the product’s own files. A block that ran
 * once, and the same block many times, are different ways: counts are told apart by powers of two.
 */
export function startCoverage(isOurs: (url: string) => boolean): Coverage {
  const session = new Session()
  session.connect()
  session.post('Profiler.enable')
  session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true })
  const known = new Set<string>()
  return {
    get size() {
      return known.size
    },
    news() {
      const before = known.size
      // Answered at once, and only with what ran since the last time.
      session.post('Profiler.takePreciseCoverage', (error, answer) => {
        if (error !== null) throw error
        for (const { scriptId, url, functions } of answer.result) {
          if (!isOurs(url)) continue
          for (const { startOffset, endOffset, count } of functions.flatMap(
            ({ ranges }) => ranges,
          )) {
            if (count > 0) known.add(`${scriptId}:${startOffset}:${endOffset}:${Math.clz32(count)}`)
          }
        }
      })
      return known.size - before
    },
  }
}
