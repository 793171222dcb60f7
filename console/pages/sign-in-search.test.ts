import { expect, test } from 'vitest'
import { signInSearch } from './sign-in-search.ts'

test('after the sign-in somebody goes to where they were, with what was searched for there', () => {
  expect(signInSearch({ back: '/rooms?search=foyer' })).toEqual({ back: '/rooms?search=foyer' })
})

test.each([
  'https://example.org',
  '//example.org',
  '/\\example.org',
  'javascript:alert(1)',
  7,
  null,
])('nobody is led out of the console: %s', (back) => {
  expect(signInSearch({ back })).toEqual({})
})

test.each([
  ['key', { with: 'key' }],
  ['company', { with: 'company' }],
  ['magic', {}],
])('there is a way in with “%s”, or not', (way, search) => {
  expect(signInSearch({ with: way })).toEqual(search)
})
