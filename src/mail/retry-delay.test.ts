import { expect, test } from 'vitest'
import { retryDelay } from './retry-delay.ts'

test('a mail is tried for four to five days, at growing distances', () => {
  const delays: number[] = []
  for (let delay = retryDelay(0); delay !== null; delay = retryDelay(delays.length)) {
    delays.push(delay)
  }
  const days = delays.reduce((sum, delay) => sum + delay, 0) / (24 * 60 * 60_000)
  expect(days).toBeGreaterThan(4)
  expect(days).toBeLessThan(5)
  expect(delays).toEqual(delays.toSorted((one, other) => one - other))
  expect(delays[0]).toBe(60_000)
})
