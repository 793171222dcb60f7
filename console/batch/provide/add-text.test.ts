import { expect, test } from 'vitest'
import { addText } from './add-text.ts'

test.each([
  ['nothing', '', 'b'],
  ['blank lines', ' \n', 'b'],
  ['a line', 'a', 'a\nb'],
  ['a line that is ended', 'a\n', 'a\nb'],
])('what is added to %s begins on a line of its own', (_, text, together) => {
  expect(addText(text, 'b')).toBe(together)
})
