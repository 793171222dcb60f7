import type { Totals } from '../../src/domain/batch.ts'

/** Before anything is judged. */
export const noTotals: Totals = {
  rows: 0,
  ready: 0,
  unchanged: 0,
  error: 0,
  done: 0,
  failed: 0,
  mails: 0,
}
