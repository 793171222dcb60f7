import { workloads } from '../batches/workload.ts'
import { processorSeconds } from '../measure.ts'
import type { Reading, SpeedPromise } from './promise.ts'

/** Executing costs hardly more than the database needs for the same rows. */
export const execute: SpeedPromise = {
  name: 'execute',
  summary: 'each operation against the floor: COPY of the same rows, on as many connections',
  stable: 'both run one after the other in the same minute, on the same processors and disk',
  async measure({ batch, rows }) {
    const readings: Reading[] = []
    for (const { operation } of workloads) {
      const { execute: own, floor, rows: count } = await batch(operation, rows ?? 100_000)
      const processor = processorSeconds(own) / processorSeconds(floor)
      readings.push({
        what: `execute ${operation}, against the floor`,
        goal: { atMost: 1.25 },
        value: own.seconds / floor.seconds,
        unit: '×',
        detail: `${own.seconds.toFixed(1)} s against ${floor.seconds.toFixed(1)} s, ${Math.round(count / own.seconds).toLocaleString('en')} rows/s; processor time ${processor.toFixed(2)} ×`,
      })
    }
    return readings
  },
}
