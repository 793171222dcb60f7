import { expect, it } from 'vitest'
import { readMailbox } from './read-mailbox.ts'

it.each([
  ['roster@example.org', '', 'roster@example.org'],
  ['Roster <roster@example.org>', 'Roster', 'roster@example.org'],
  ['"Roster, Inc." <roster@example.org>', 'Roster, Inc.', 'roster@example.org'],
])('%s is one mailbox', (text, name, address) => {
  expect(readMailbox(text)).toEqual({ name, address })
})

it.each(['', 'roster', 'Roster <>', 'a@example.org, b@example.org', '@example.org'])(
  '"%s" is no mailbox',
  (text) => {
    expect(() => readMailbox(text)).toThrow(RangeError)
  },
)
