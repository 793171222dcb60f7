import { expect, test } from 'vitest'
import { fill } from './fill.ts'

const expired = { en: 'It was valid until {until}.', de: 'Er galt bis {until}.' }

test('a moment is written as people write it', () => {
  const particulars = { until: '2025-11-22T20:37:00.000Z' }
  expect(fill(expired, particulars, 'en')).toBe('It was valid until 22 November 2025 at 20:37 UTC.')
  expect(fill(expired, particulars, 'de')).toBe('Er galt bis 22. November 2025 um 20:37 UTC.')
})

test('numbers are written as the language does, lines and texts as they are', () => {
  const sentence = { en: '{rows}, {line}, {text}', de: '{rows}, {line}, {text}' }
  const particulars = { rows: 1234567, line: 1234, text: '2025' }
  expect(fill(sentence, particulars, 'en')).toBe('1,234,567, 1234, 2025')
  expect(fill(sentence, particulars, 'de')).toBe('1.234.567, 1234, 2025')
})
