import { measureConsole } from '../console.ts'
import type { SpeedPromise } from './promise.ts'

/** The console shows a large file at once, and scrolls smoothly. */
export const grid: SpeedPromise = {
  name: 'grid',
  summary: 'the console’s first rows, and its smoothness, in a Chromium',
  async measure({ rows, say }) {
    const { firstRows, draft, verified, byWheel } = await measureConsole(rows ?? 100_000, say)
    const longest = (what: string, { longestTask: value }: typeof draft) =>
      ({ what, goal: { atMost: 100 }, value, unit: 'ms' }) as const
    return [
      {
        what: 'first rows after the upload’s end',
        goal: { atMost: 1_000 },
        value: firstRows,
        unit: 'ms',
      },
      longest('longest task, scrolling drafted rows', draft),
      longest('longest task, scrolling verified rows', verified),
      longest('longest task, by the wheel', byWheel),
    ]
  },
}
