import { expect, test } from 'vitest'
import { hasMoreValues } from './parse-json.ts'

test.each([
  ['[1,2,3]', 3],
  ['{"a":[],"b":{}}', 4],
  ['"a,b,[{"', 0],
  [String.raw`["a\",\\",","]`, 2],
  ['[[[[', 4],
  ['"never closed,,,', 0],
])('%s has %i signs that stand for values', (json, count) => {
  const bytes = Buffer.from(json)
  expect(hasMoreValues(bytes, count)).toBe(false)
  expect(hasMoreValues(bytes, count - 1)).toBe(count > 0)
})
