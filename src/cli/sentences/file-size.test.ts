import { expect, test } from 'vitest'
import { fileSize } from './file-size.ts'

test.each([
  [512, '512 byte', '512 Byte'],
  [27_300, '27 kB', '27 kB'],
  [1_440_000, '1.4 MB', '1,4 MB'],
  [312_400_000, '312 MB', '312 MB'],
  [2_040_000_000, '2 GB', '2\u00A0GB'],
])('a file of %i bytes is one of %s', (bytes, english, german) => {
  expect(fileSize(bytes, 'en')).toBe(english)
  expect(fileSize(bytes, 'de')).toBe(german)
})
