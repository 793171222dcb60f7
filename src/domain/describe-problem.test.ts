import { expect, test } from 'vitest'
import { describeNotice, describeProblem } from './describe-problem.ts'
import { languages } from './language.ts'
import { directoryChanges, notice, problem } from './problem.ts'

const value = 'Lab'
const problems = [
  problem('missing-value', 'lastName'),
  problem('too-many-cells', null, { cells: 7, columns: 5 }),
  problem('invalid-email', 'email', { value }),
  problem('invalid-value', 'name', { value }),
  problem('too-long', 'rooms', { limit: 10_000, length: 12_345 }),
  problem('unknown-user', 'email', { value }),
  problem('unknown-room', 'rooms', { value, suggestion: 'lab' }),
  problem('unknown-role', 'role', { value, suggestion: 'Guest' }),
  problem('unknown-boolean', 'sendMail', { value }),
  problem('contradicts-line', 'role', { line: 1234, value: 'Admin', earlier: 'Guest' }),
  problem('cannot-delete-yourself', 'email'),
  ...directoryChanges.map((reason) => problem('directory-changed', null, { reason })),
]
const notices = [
  notice('same-as-line', { line: 1234 }),
  notice('name-differs', { directory: 'Ada King', value: 'Ada Lovelace' }),
  notice('already-invited', { since: '2026-03-01T23:30:00.000Z' }),
  notice('already-active'),
  notice('already-mailed', { since: '2026-03-01T23:30:00.000Z' }),
  notice('already-so'),
  notice('also-a-user'),
]

test('every problem and notice is a whole sentence in every language', () => {
  for (const language of languages) {
    const sentences = [
      ...problems.map((problem) => describeProblem(problem, language)),
      ...notices.map((notice) => describeNotice(notice, language)),
    ]
    expect(new Set(sentences).size).toBe(problems.length + notices.length)
    for (const sentence of sentences) {
      expect(sentence).toMatch(/^[\p{Lu}“„].*[.?]$/u)
      expect(sentence).not.toMatch(/[{}]|undefined|“”|„“| {2}/)
    }
  }
})

test('a sentence names the field, the particulars and what was probably meant', () => {
  const room = problem('unknown-room', 'rooms', { value: 'Room 1', suggestion: 'room 1' })
  expect(describeProblem(room, 'en')).toBe(
    'There is no room “Room 1”. Check the name (upper and lower case count), or create the room first. Did you mean “room 1”?',
  )
  expect(describeProblem(room, 'de')).toMatch(
    /^Es gibt keinen Raum „Room 1“\..* Ist „room 1“ gemeint\?$/,
  )
  const long = problem('too-long', 'rooms', { limit: 10_000, length: 12_345 })
  expect(describeProblem(long, 'en')).toBe(
    'Rooms has 12,345 characters; at most 10,000 are allowed. Shorten it.',
  )
  expect(describeProblem(long, 'de')).toContain('12.345 Zeichen; höchstens 10.000')
})

test('lines are numbers to look up, days are words', () => {
  expect(describeNotice(notice('same-as-line', { line: 1234 }), 'en')).toContain('line 1234')
  const invited = notice('already-invited', { since: '2026-03-01T23:30:00.000Z' })
  expect(describeNotice(invited, 'en')).toContain('March 1, 2026')
  expect(describeNotice(invited, 'de')).toContain('1. März 2026')
})
