import { measureWorkbook } from '../workbook.ts'
import type { SpeedPromise } from './promise.ts'

/** A large workbook is read quickly, in bounded memory. */
export const workbook: SpeedPromise = {
  name: 'workbook',
  summary: 'reading an XLSX of 100,000 rows with ten columns, beside public readers',
  async measure({ rows, say }) {
    const { rowsPerSecond, peakMegabytes } = await measureWorkbook(rows ?? 100_000, say)
    return [
      {
        what: 'rows of ten columns that an XLSX gives',
        goal: { atLeast: 30_000 },
        value: rowsPerSecond,
        unit: 'rows/s',
      },
      {
        what: 'memory that reads the XLSX',
        goal: { atMost: 500 },
        value: peakMegabytes,
        unit: 'MB',
      },
    ]
  },
}
