import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { measureSpeed } from './measure-speed.ts'

beforeEach(() => void vi.useFakeTimers({ toFake: ['performance'] }))
afterEach(() => void vi.useRealTimers())

test('the speed is that of the last seconds, and stands between two chunks', () => {
  const speed = measureSpeed()
  expect(speed(0)).toBeNull()
  vi.advanceTimersByTime(1_000)
  expect(speed(500)).toBe(500)
  vi.advanceTimersByTime(2_000)
  expect(speed(500)).toBe(500)
})

test('when nothing has moved for seconds no speed is told, and it is told again once it goes on', () => {
  const speed = measureSpeed()
  speed(0)
  vi.advanceTimersByTime(1_000)
  speed(500)
  vi.advanceTimersByTime(6_000)
  expect(speed(500)).toBeNull()
  vi.advanceTimersByTime(4_000)
  expect(speed(1_500)).toBe(100)
})
