import { expect, test } from 'vitest'
import { asItLooks } from './as-it-looks.ts'

test('accents are composed in any order', () => {
  expect(asItLooks('a\u0323\u0302')).toBe(asItLooks('a\u0302\u0323'))
})

test('accents without end cost no time', () => {
  const text = `a${'\u0327\u0301'.repeat(50_000)}`
  const begun = performance.now()
  expect(asItLooks(text)).toBe(text)
  expect(performance.now() - begun).toBeLessThan(1_000)
})
