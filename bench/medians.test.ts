import { expect, test } from 'vitest'
import { quantile } from './measure.ts'
import { medians } from './medians.ts'
import type { Reading } from './promises/promise.ts'

test('rounds become one: the median of each figure, and how far they lay apart', () => {
  expect(medians([round(3), round(1), round(2)])).toEqual([
    { what: 'verify', goal: null, value: 2, unit: '×', detail: '1.00 to 3.00 in 3 rounds' },
  ])
})

test('a single round is told as it is', () => {
  const reading = { what: 'verify', goal: null, value: 2, unit: '×' } as const
  expect(medians([[reading]])).toEqual([reading])
})

test('a quantile is one of the numbers, which so large a part does not exceed', () => {
  const numbers = Array.from({ length: 100 }, (_, index) => 100 - index)
  expect(quantile(numbers, 0.99)).toBe(99)
  expect(quantile(numbers, 0.5)).toBe(50)
  expect(quantile([7], 0.99)).toBe(7)
})

function round(value: number): readonly Reading[] {
  return [{ what: 'verify', goal: null, value, unit: '×' }]
}
