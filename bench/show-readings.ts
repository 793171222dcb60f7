import Table from 'cli-table3'
import { isReached } from './baseline.ts'
import type { Reading } from './promises/promise.ts'

/** A table that is read at once: what, goal, measured, and whether the goal is reached. */
export function showReadings(readings: readonly Reading[]): string {
  const table = new Table({
    head: ['promise', 'goal', 'measured', '', 'beside it'],
    style: { head: [], border: [] },
    colWidths: [52, 16, 16, 8, 60],
    wordWrap: true,
    // Without rules between the rows.
    chars: { mid: '', 'left-mid': '', 'mid-mid': '', 'right-mid': '' },
  })
  for (const reading of readings) {
    const reached = isReached(reading)
    const verdict = reached === null ? 'shown' : reached ? 'ok' : 'missed'
    const { what, value, detail = '' } = reading
    table.push([what, goalOf(reading), figure(reading, value), verdict, detail])
  }
  return table.toString()
}

function goalOf(reading: Reading): string {
  const { goal } = reading
  if (goal === null) return ''
  return 'atMost' in goal
    ? `≤ ${figure(reading, goal.atMost)}`
    : `≥ ${figure(reading, goal.atLeast)}`
}

function figure({ unit }: Reading, value: number): string {
  const digits = unit === '×' ? 2 : unit === 's' ? 1 : 0
  const shown = value.toLocaleString('en', {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  })
  return `${shown} ${unit}`
}
