/** How long something took, and the most memory that the process held meanwhile. */
export interface Measured {
  readonly seconds: number
  /** MB (10^6 bytes), resident. */
  readonly peakMegabytes: number
}

export async function measure(act: () => Promise<void>): Promise<Measured> {
  globalThis.gc?.()
  let peak = process.memoryUsage.rss()
  const looking = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage.rss())
  }, 20)
  const start = performance.now()
  try {
    await act()
  } finally {
    clearInterval(looking)
  }
  const seconds = (performance.now() - start) / 1_000
  return { seconds, peakMegabytes: Math.max(peak, process.memoryUsage.rss()) / 1e6 }
}

export function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}
