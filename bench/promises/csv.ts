import { measureDecode } from '../decode.ts'
import type { SpeedPromise } from './promise.ts'

/** However long a CSV file is, it is read in little memory. */
export const csv: SpeedPromise = {
  name: 'csv',
  summary: 'decoding 1,000,000 CSV rows, beside public parsers',
  async measure({ rows, say }) {
    const count = rows ?? 1_000_000
    const figures = await measureDecode([count], say)
    return figures.map(({ peakMegabytes, rowsPerSecond }) => ({
      what: `memory that decodes ${count.toLocaleString('en')} CSV rows`,
      goal: { atMost: 300 },
      value: peakMegabytes,
      unit: 'MB',
      detail: `${Math.round(rowsPerSecond).toLocaleString('en')} rows/s`,
    }))
  },
}
