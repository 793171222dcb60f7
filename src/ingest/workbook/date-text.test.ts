import { expect, test } from 'vitest'
import { dateText } from './date-text.ts'

test.each([
  [1, '1900-01-01'],
  [59, '1900-02-28'],
  [61, '1900-03-01'],
  [46_082, '2026-03-01'],
  [46_082.395833333336, '2026-03-01T09:30:00'],
  [46_081.99999999, '2026-03-01'],
  [0.5, '12:00:00'],
  [2_958_465, '9999-12-31'],
])('day %d since 1900 is %s', (serial, date) => {
  expect(dateText(serial, false)).toBe(date)
})

test('days may be counted from 1904', () => {
  expect(dateText(1, true)).toBe('1904-01-02')
})

test.each([-1, 2_958_466, Number.NaN])('%d is no date', (serial) => {
  expect(dateText(serial, false)).toBeUndefined()
})
