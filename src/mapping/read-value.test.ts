import { expect, test } from 'vitest'
import { readValue } from './read-value.ts'

test.each([
  ['Admin', 'Admin'],
  ['ADMINISTRATORIN', 'Admin'],
  ['moderator', 'Moderator'],
  ['Teilnehmer', 'Participant'],
  ['Teilnehmer:in', 'Participant'],
  ['Teilnehmer/-in', 'Participant'],
  ['Gäste', undefined],
  ['Gast', 'Guest'],
  ['Zuschauerin', 'Spectator'],
  ['Viewer', 'Spectator'],
  ['No  access', 'No access'],
  ['noaccess', 'No access'],
  ['Kein Zugriff', 'No access'],
  ['Chef', undefined],
])('the role %s is read as %s', (cell, expected) => {
  const reading = readValue('role', cell)
  expect('value' in reading ? reading.value : undefined).toBe(expected)
})

test.each([
  ['Partcipant', 'Participant'],
  ['Moderater', 'Moderator'],
  ['Teilnehmern', 'Participant'],
  ['Zuschaur', 'Spectator'],
  ['kein Zugrif', 'No access'],
])('the role %s suggests %s', (cell, suggestion) => {
  expect(readValue('role', cell)).toMatchObject({ problem: { code: 'unknown-role', suggestion } })
})

test('True and False are read in English and German, and nothing else is', () => {
  expect(['True', 'WAHR', 'ja', 'Yes', '1', 'y', 'J'].map(booleanOrCode)).toEqual(
    Array(7).fill(true),
  )
  expect(['False', 'Falsch', 'NEIN', 'no', '0', 'N', 'off'].map(booleanOrCode)).toEqual(
    Array(7).fill(false),
  )
  expect(['x', '2', '-', 'maybe'].map(booleanOrCode)).toEqual(Array(4).fill('unknown-boolean'))
  expect(readValue('sendMail', 'Flase')).toMatchObject({ problem: { suggestion: 'False' } })
})

test.each([
  ['room 1', ['room 1']],
  ['room 1,room 2, room 3', ['room 1', 'room 2', 'room 3']],
  ['"a, b", c', ['a, b', 'c']],
  ['c,"a ""great"" room" ', ['c', 'a "great" room']],
  ['15" screen, lobby', ['15" screen', 'lobby']],
  ['"open, lobby', ['"open', 'lobby']],
  ['"half" open, lobby', ['"half" open', 'lobby']],
  ['a,,a, ,b,', ['a', 'b']],
])('the cell %s names rooms', (cell, parts) => {
  const whole = cell.trim()
  expect(readValue('rooms', cell)).toEqual({ value: { whole, parts } })
})

test('a cell of nothing but commas names no room', () => {
  expect(readValue('rooms', ' ,,"",')).toMatchObject({ problem: { code: 'missing-value' } })
})

test.each([
  ['ada@example.org.', 'ada@example.org'],
  ['ada@example.org,', 'ada@example.org'],
  ['mailto:ada@example.org', 'ada@example.org'],
  ['Ada Lovelace <ada@example.org>;', 'ada@example.org'],
  ['ada @ example.org', 'ada@example.org'],
  ['ada(at)example.org', 'ada@example.org'],
  ['ada@@example.org', 'ada@example.org'],
  ['ada@example,org', 'ada@example.org'],
  ['a\u200bda@example.org', 'ada@example.org'],
  ['ada@example.org,alan', undefined],
  ['ada@example.org; alan@example.org', undefined],
  ['ada lovelace@example.org', undefined],
  ['ada@localhost', undefined],
])('the address %s suggests %s', (cell, suggestion) => {
  const reading = readValue('email', cell)
  expect(reading).toMatchObject({ problem: { code: 'invalid-email' } })
  expect('problem' in reading && reading.problem.suggestion).toBe(suggestion)
})

test.each(['a\u0000b', 'a\u0007b', 'a\ud800b', 'J\ufffdrgen', 'a\u202eb'])(
  '%j contains what must not be stored',
  (cell) => {
    expect(readValue('name', cell)).toMatchObject({
      problem: {
        code: 'invalid-value',
        particulars: { value: expect.not.stringMatching(/\p{Cc}/u) },
      },
    })
  },
)

test('a line break in a cell suggests what it stands for', () => {
  expect(readValue('name', 'Ada\r\nLovelace')).toMatchObject({
    problem: { suggestion: 'Ada Lovelace' },
  })
  expect(readValue('rooms', 'room 1\nroom 2')).toMatchObject({
    problem: { suggestion: 'room 1,room 2' },
  })
})

test('what is longer than its field says how long it may be, in characters', () => {
  expect(readValue('firstName', '🦊'.repeat(200))).toHaveProperty('value')
  expect(readValue('firstName', 'x'.repeat(201))).toMatchObject({
    problem: { code: 'too-long', particulars: { limit: 200, length: 201 } },
  })
})

test('values are composed (NFC) and free of invisible ends', () => {
  expect(readValue('name', '\ufeff\u200b Gru\u0308n\u00a0')).toEqual({ value: 'Grün' })
})

function booleanOrCode(cell: string): boolean | string {
  const reading = readValue('sendMail', cell)
  return 'value' in reading ? reading.value : reading.problem.code
}
