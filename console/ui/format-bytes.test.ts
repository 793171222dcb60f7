import { expect, test } from 'vitest'
import { formatBytes } from './format-bytes.ts'

test.each([
  [0, 'en', '0 bytes'],
  [999, 'en', '999 bytes'],
  [1_250, 'en', '1.3 kB'],
  [12_500, 'en', '13 kB'],
  [4_700_000, 'de', '4,7 MB'],
  [3_000_000_000, 'en', '3 GB'],
])('%i bytes are said in %s as “%s”', (bytes, language, said) => {
  expect(formatBytes(bytes, language).replaceAll(/\s/gu, ' ')).toBe(said)
})
