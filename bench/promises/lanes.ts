import { measureWorkers } from '../batches/measure-workers.ts'
import type { SpeedPromise } from './promise.ts'

/** One batch uses both processors of a small machine. */
export const lanes: SpeedPromise = {
  name: 'lanes',
  summary: 'one batch in two lanes against one lane',
  stable: 'both run one after the other in the same minute, of the same rows',
  async measure({ external, usual, rows }) {
    const server = (await external()) ?? (await usual())
    const seconds = async (count: number) => {
      const env = { ROSTER_LANES: String(count) }
      const fleet = { servers: 1, companies: 1, rows: rows ?? 100_000, env }
      return (await measureWorkers(server, fleet)).seconds
    }
    const one = await seconds(1)
    const two = await seconds(2)
    return [
      {
        what: 'one batch, two lanes against one',
        goal: { atLeast: 1.3 },
        value: one / two,
        unit: '×',
        detail: `${two.toFixed(1)} s against ${one.toFixed(1)} s`,
      },
    ]
  },
}
