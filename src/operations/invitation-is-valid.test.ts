import { expect, test } from 'vitest'
import { invitationIsValid } from './invitation-is-valid.ts'

const issued = new Date('2026-03-20T10:00:00Z')

test.each([
  ['at the moment it is issued', '2026-03-20T10:00:00.000Z', true],
  ['a millisecond before 15 days are over', '2026-04-04T09:59:59.999Z', true],
  ['not when 15 days are over', '2026-04-04T10:00:00.000Z', false],
])('an invitation is valid: %s', (_when, now, valid) => {
  expect(invitationIsValid(issued, new Date(now))).toBe(valid)
})

test('what was never issued is not valid', () => {
  expect(invitationIsValid(null, issued)).toBe(false)
})
