import { workloads } from '../batches/workload.ts'
import type { Reading, SpeedPromise } from './promise.ts'

/** Verifying is quick beside executing. */
export const verify: SpeedPromise = {
  name: 'verify',
  summary: 'each operation’s verification against the same floor, and the draft beside it',
  stable: 'as for the execution, of the same batches',
  async measure({ batch, rows }) {
    const readings: Reading[] = []
    for (const { operation } of workloads) {
      const { draft, verify: own, floor } = await batch(operation, rows ?? 100_000)
      readings.push({
        what: `verify ${operation}, against the floor`,
        goal: { atMost: 0.2 },
        value: own.seconds / floor.seconds,
        unit: '×',
        detail: `${own.seconds.toFixed(2)} s; the draft ${draft.seconds.toFixed(2)} s, ${(draft.seconds / floor.seconds).toFixed(2)} ×`,
      })
    }
    return readings
  },
}
