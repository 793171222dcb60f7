import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { measureSpeed, type Speed } from './measure-speed.ts'

beforeEach(() => void vi.useFakeTimers({ toFake: ['performance'] }))
afterEach(() => void vi.useRealTimers())

test('the speed is that of the last seconds, and stands between two chunks', () => {
  const speed = measureSpeed()
  expect(told(speed, [0, 0], [1, 1_000], [1, 2_000])).toBeNull()
  expect(told(speed, [1, 3_000])).toBe(1_000)
  expect(told(speed, [2, 3_000])).toBe(1_000)
  expect(told(speed, [2, 9_000])).toBe(1_400)
})

test('whoever begins to watch in the middle of a chunk is told no speed that nobody has', () => {
  const speed = measureSpeed()
  expect(told(speed, [0, 5_000], [0.1, 10_000], [0.1, 15_000])).toBeNull()
  expect(told(speed, [2, 20_000])).toBe(4_762)
})

test('when nothing has moved for seconds no speed is told, and it is measured anew once it goes on', () => {
  const speed = measureSpeed()
  expect(told(speed, [0, 0], [1, 1_000], [1, 2_000], [1, 3_000])).toBe(1_000)
  expect(told(speed, [6, 3_000])).toBeNull()
  expect(told(speed, [14, 4_000], [1, 5_000])).toBeNull()
  expect(told(speed, [1, 6_000])).toBe(1_000)
})

test('where chunks take longer than the seconds that are looked at, their speed is told all the same', () => {
  const speed = measureSpeed()
  expect(told(speed, [0, 0], [12, 600], [12, 1_200])).toBe(50)
  expect(told(speed, [11, 1_200], [1, 1_800], [12, 2_400])).toBe(50)
})

/** What is told in the end, when so many rows are finished so many seconds later. */
function told(speed: Speed, ...looks: readonly (readonly [seconds: number, finished: number])[]) {
  let last: number | null = null
  for (const [seconds, finished] of looks) {
    vi.advanceTimersByTime(seconds * 1_000)
    last = speed(finished)
  }
  return last
}
