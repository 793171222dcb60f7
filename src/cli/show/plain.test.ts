import { expect, it } from 'vitest'
import { plain } from './plain.ts'

it('what could move the cursor or turn the writing is shown, and does nothing', () => {
  expect(plain('a\u001B[2Jb\r\n\u202Ec')).toBe('a\uFFFD[2Jb\uFFFD\uFFFD\uFFFDc')
  expect(plain('Zoë 王 🙂')).toBe('Zoë 王 🙂')
})
