import { afterEach, expect, test, vi } from 'vitest'
import { steadyClock } from './steady-clock.ts'

afterEach(() => void vi.useRealTimers())

const hour = 3_600_000

test('time goes on where the machine’s clock is set back, and follows where it is set forth', () => {
  vi.useFakeTimers({ toFake: ['Date'] })
  const clock = steadyClock()
  const begin = clock.now()
  vi.setSystemTime(begin - 3 * hour)
  const later = clock.now()
  expect(later).toBeGreaterThan(begin)
  expect(later - begin).toBeLessThan(hour)
  vi.setSystemTime(begin + 2 * hour)
  expect(clock.now() - begin).toBeGreaterThanOrEqual(2 * hour)
})
