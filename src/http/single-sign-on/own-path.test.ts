import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { ownPath } from './own-path.ts'

test('a page of our own is where one goes, with what it searches for', () => {
  expect(ownPath('/users?search=ada%20l&sort=name#top')).toBe('/users?search=ada%20l&sort=name#top')
})

test.each([
  undefined,
  '',
  'https://elsewhere.example',
  '//elsewhere.example',
  '/\\elsewhere.example',
  '\\\\elsewhere.example',
  '/\t/elsewhere.example',
  '/\n/elsewhere.example',
  ' //elsewhere.example',
  'javascript:alert(1)',
  `/${'a'.repeat(1000)}`,
])('%j is not, and leads to the beginning', (asked) => {
  expect(ownPath(asked)).toBe('/')
})

test('no address leads to another host, whatever is asked for', () => {
  const hostile = fc.oneof(
    fc.string(),
    fc.string({ unit: fc.constantFrom('/', '\\', '\t', '\n', '@', ':', '.', 'a', '%') }),
    fc.string().map((text) => `/${text}`),
  )
  fc.assert(
    fc.property(hostile, (asked) => {
      const origin = new URL(ownPath(asked), 'https://roster.example').origin
      expect(origin).toBe('https://roster.example')
    }),
  )
})
