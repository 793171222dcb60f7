import { expect, test } from 'vitest'
import { fromLocalTime, toLocalTime } from './local-time.ts'

test('what was shown in local time is the same point in time when it comes back', () => {
  for (const at of ['2026-01-31T23:59:00.000Z', '2026-07-01T00:00:00.000Z']) {
    expect(toLocalTime(at)).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d$/u)
    expect(fromLocalTime(toLocalTime(at))).toBe(at)
  }
})

test('no time is an empty input, and the other way round', () => {
  expect(toLocalTime(null)).toBe('')
  expect(fromLocalTime('')).toBeNull()
  expect(fromLocalTime('tomorrow')).toBeNull()
})
