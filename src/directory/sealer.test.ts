import { assert, property, string } from 'fast-check'
import { expect, test } from 'vitest'
import { createSealer } from './sealer.ts'

const sealer = createSealer('ab'.repeat(32))

test('what was sealed is opened again, for the same purpose only', () => {
  assert(
    property(string({ unit: 'grapheme' }), (text) => {
      const sealed = sealer.seal('meeting server', text)
      expect(sealer.open('meeting server', sealed)).toBe(text.toWellFormed())
      expect(sealer.open('something else', sealed)).toBeUndefined()
    }),
  )
})

test('another key opens nothing', () => {
  const sealed = sealer.seal('meeting server', 'secret')
  expect(createSealer('cd'.repeat(32)).open('meeting server', sealed)).toBeUndefined()
})

test.each(['', 'x', 'A'.repeat(40), '!'])('what was never sealed is not opened: “%s”', (text) => {
  expect(sealer.open('meeting server', text)).toBeUndefined()
})

test('a changed character is noticed', () => {
  const sealed = sealer.seal('meeting server', 'secret')
  for (let at = 0; at < sealed.length; at++) {
    const changed = sealed.slice(0, at) + (sealed[at] === 'A' ? 'B' : 'A') + sealed.slice(at + 1)
    if (Buffer.from(changed, 'base64url').equals(Buffer.from(sealed, 'base64url'))) continue
    expect(sealer.open('meeting server', changed)).toBeUndefined()
  }
})

test('a digest is the same for the same text, purpose and key only', () => {
  const digest = sealer.digest('account', 'ada@example.org')
  expect(digest).toHaveLength(32)
  expect(sealer.digest('account', 'ada@example.org')).toEqual(digest)
  expect(sealer.digest('account', 'bob@example.org')).not.toEqual(digest)
  expect(sealer.digest('network', 'ada@example.org')).not.toEqual(digest)
  expect(createSealer('cd'.repeat(32)).digest('account', 'ada@example.org')).not.toEqual(digest)
})
