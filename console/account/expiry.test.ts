import { expect, test } from 'vitest'
import { expiryOf, isChosen } from './expiry.ts'

const now = new Date(2027, 2, 14, 9, 26)

test('a key works for a span from now on, or always', () => {
  expect(expiryOf({ kind: 'never' }, now)).toBeNull()
  expect(expiryOf({ kind: 'month' }, now)).toBe(new Date(2027, 3, 13, 9, 26).toISOString())
})

test('a key works until the last moment of the chosen day, also where the clock is put forward', () => {
  expect(expiryOf({ kind: 'day', day: '2027-03-28' }, now)).toBe(
    new Date(2027, 2, 28, 23, 59, 59, 999).toISOString(),
  )
})

test.each([
  ['', false],
  ['2027-03-13', false],
  ['2027-03-14', true],
])('a last day of “%s” is one to come: %s', (day, is) => {
  expect(isChosen({ kind: 'day', day }, now)).toBe(is)
})
