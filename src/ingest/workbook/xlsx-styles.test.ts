import { expect, test } from 'vitest'
import { numberStyle } from './xlsx-styles.ts'

test.each(['dd/mm/yyyy', 'yyyy\\-mm\\-dd;@', '[$-407]d. mmmm yyyy', 'hh:mm', '[h]:mm', '[mm]:ss'])(
  '%s shows a date or a time',
  (code) => {
    expect(numberStyle(code)).toBe('date')
  },
)

test.each(['', 'General', '0.00', '#,##0 "days"', '0 \\d', '[Red]0;[Blue]-0', '_-* #,##0 _€'])(
  '%s shows a number',
  (code) => {
    expect(numberStyle(code)).toBe('plain')
  },
)

test('zeros ask for so many digits', () => {
  expect(numberStyle('00000')).toEqual({ digits: 5 })
})
