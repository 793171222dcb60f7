import { expect, test } from 'vitest'
import { secondsToWait } from './growing-delay.ts'

const lastAt = new Date('2025-11-22T12:00:00Z')
const after = (seconds: number) => new Date(lastAt.getTime() + seconds * 1000)

test('the first failures cost no time, those that follow twice as much each, a quarter of an hour at most', () => {
  const waits = Array.from({ length: 18 }, (_, failures) =>
    secondsToWait({ failures, lastAt }, 5, lastAt),
  )
  expect(waits).toEqual([0, 0, 0, 0, 0, 0, 1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900])
})

test('time that has passed need not be waited for again', () => {
  const attempts = { failures: 10, lastAt }
  expect(secondsToWait(attempts, 5, after(0.1))).toBe(16)
  expect(secondsToWait(attempts, 5, after(15.5))).toBe(1)
  expect(secondsToWait(attempts, 5, after(16))).toBe(0)
})

test('any number of failures is forgotten after a day', () => {
  const attempts = { failures: 2_000_000_000, lastAt }
  expect(secondsToWait(attempts, 5, after(1))).toBe(899)
  expect(secondsToWait(attempts, 5, after(24 * 3600))).toBe(0)
})
