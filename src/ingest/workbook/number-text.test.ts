import { expect, test } from 'vitest'
import { numberText } from './number-text.ts'

test.each([
  ['12345', '12345'],
  ['1.2345E4', '12345'],
  ['0.30000000000000004', '0.3'],
  ['-1.50', '-1.5'],
  ['491701234567', '491701234567'],
  ['4.91701234567E+11', '491701234567'],
  ['1E21', '1000000000000000000000'],
  ['1E-7', '0.0000001'],
  ['1E-30', '0'],
  ['1E999', '1E999'],
  ['-0', '0'],
  ['', ''],
  ['n/a', 'n/a'],
])('the stored number %j is shown as %j', (stored, shown) => {
  expect(numberText(stored)).toBe(shown)
})

test('the largest numbers have no exponent either', () => {
  expect(numberText('1.5E308')).toMatch(/^15\d{307}$/)
})
