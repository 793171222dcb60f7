import { nodeSeconds, postgresSeconds } from './processor-seconds.ts'

/** How long something took, and what it used. */
export interface Measured {
  readonly seconds: number
  /** Processor time of this process. */
  readonly node: number
  /** Processor time of PostgreSQL; null where it runs elsewhere. */
  readonly postgres: number | null
  /** The most memory that this process held meanwhile, in MB (10^6 bytes), resident. */
  readonly peakMegabytes: number
}

/** @param postmaster of the database that works meanwhile; null: it runs elsewhere, or none does */
export async function measure(
  act: () => Promise<void>,
  postmaster: number | null = null,
): Promise<Measured> {
  globalThis.gc?.()
  let peak = process.memoryUsage.rss()
  const looking = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage.rss())
  }, 20)
  const before = { node: nodeSeconds(), postgres: postgresSeconds(postmaster) }
  const start = performance.now()
  try {
    await act()
  } finally {
    clearInterval(looking)
  }
  const seconds = (performance.now() - start) / 1_000
  const postgres = postgresSeconds(postmaster)
  return {
    seconds,
    node: nodeSeconds() - before.node,
    postgres: postgres === null ? null : postgres - (before.postgres ?? 0),
    peakMegabytes: Math.max(peak, process.memoryUsage.rss()) / 1e6,
  }
}

/** Of both; only Node’s where the database runs elsewhere. */
export function processorSeconds({ node, postgres }: Measured): number {
  return node + (postgres ?? 0)
}

export function median(numbers: readonly number[]): number {
  return quantile(numbers, 0.5)
}

/** The least number that so large a part of them does not exceed. */
export function quantile(numbers: readonly number[], part: number): number {
  const sorted = numbers.toSorted((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(sorted.length * part) - 1)] ?? Number.NaN
}
