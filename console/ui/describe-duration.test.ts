import { expect, test } from 'vitest'
import { describeDuration } from './describe-duration.ts'

test('a short time is told to the tenth of a second, a longer one in its two largest units', () => {
  const said = [0, 0.44, 12.3, 60, 185, 3_600, 7_500].map((seconds) =>
    describeDuration(seconds, 'en'),
  )
  expect(said).toEqual(['0 sec', '0.4 sec', '12 sec', '1 min', '3 min 5 sec', '1 hr', '2 hr 5 min'])
})

test('a time is told in the language of the reader', () => {
  expect(describeDuration(3_725, 'de')).toBe('1 Std. 2 Min.')
})
