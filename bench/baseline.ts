import type { Goal, Reading } from './promises/promise.ts'

/** The figures that later ones are held against. */
export interface Baseline {
  /** ISO 8601. */
  readonly date: string
  /** Of what class: processors, memory. */
  readonly machine: string
  /** By what was measured. */
  readonly ratios: Readonly<Record<string, number>>
}

/**
 * Holds what was measured against the baseline, and against its goal where there is none. More than 20 % worse is a
 * regression; a goal that was missed before is shown with the figures, but hides no regression by failing always.
 * @returns a sentence for each regression
 */
export function regressions(
  readings: readonly Reading[],
  baseline: Baseline | null,
): readonly string[] {
  return readings.flatMap(({ what, goal, value }) => {
    if (goal === null) return []
    const promised = 'atMost' in goal ? goal.atMost : goal.atLeast
    const before = baseline?.ratios[what]
    if (!isWorse(value, before ?? promised, goal)) return []
    return before === undefined
      ? `${what}: ${value.toFixed(2)} misses its goal of ${promised} by more than 20 %.`
      : `${what}: ${value.toFixed(2)} is more than 20 % worse than ${before.toFixed(2)} before.`
  })
}

/** Whether the goal is reached; null where nothing was promised. */
export function isReached({ goal, value }: Reading): boolean | null {
  if (goal === null) return null
  return 'atMost' in goal ? value <= goal.atMost : value >= goal.atLeast
}

const tolerance = 1.2

// What is no number at all is worse than anything.
function isWorse(value: number, than: number, goal: Goal): boolean {
  return 'atMost' in goal ? !(value <= than * tolerance) : !(value >= than / tolerance)
}
