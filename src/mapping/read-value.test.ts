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
  ['Teilnhmer', 'Teilnehmer'],
  ['Zuschaur', 'Zuschauer'],
  ['kein Zugrif', 'Kein Zugriff'],
  ['un participantt', 'Participant'],
  ['Spettattore', 'Spettatore'],
  ['Espectadorr', 'Espectador'],
  ['Participants', 'Participant'],
])('the role %s suggests %s, in the language of the slip', (cell, suggestion) => {
  expect(readValue('role', cell)).toMatchObject({ problem: { code: 'unknown-role', suggestion } })
})

test('a short word is not taken for a slip in another', () => {
  for (const cell of ['Fast', 'Last']) {
    expect(readValue('role', cell)).toEqual({
      problem: { code: 'unknown-role', field: 'role', particulars: { value: cell } },
    })
  }
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
  ['Ada Lovelace <ada@example.org>;', 'ada@example.org'],
  ['ada @ example.org', 'ada@example.org'],
  ['ada(at)example.org', 'ada@example.org'],
  ['ada@@example.org', 'ada@example.org'],
  ['ada@example,org', 'ada@example.org'],
  ['o’brien@example.org', "o'brien@example.org"],
  ['ada＠example.org', 'ada@example.org'],
  ['a\u200dda@example.org', 'ada@example.org'],
  ['a\u3164da@example.org', 'ada@example.org'],
  ['ada@example.org,alan', undefined],
  ['ada@example.org; alan@example.org', undefined],
  ['ada lovelace@example.org', undefined],
  ['ada@localhost', undefined],
  ['ada@example.org <alan@example.org>', undefined],
  ['ada@example.org/alan@example.org', undefined],
  ['mailto:ada@example.org,alan@example.org', undefined],
  ['Ada <ada@example.org> <alan@example.org>', undefined],
])('the address %s suggests %s', (cell, suggestion) => {
  const reading = readValue('email', cell)
  expect(reading).toMatchObject({ problem: { code: 'invalid-email' } })
  expect('problem' in reading && reading.problem.suggestion).toBe(suggestion)
})

test.each([
  'ada@example.org',
  ' ada@example.org\u00a0',
  '\u200eada@example.org\u200f',
  'ada\u200b@exam\u00adple.org',
  '“ada@example.org”',
  'mailto:ada@example.org',
  'MAILTO:ada@example.org?subject=Hello%20Ada&cc=alan@example.org',
  '<ada@example.org>',
  '<mailto:ada@example.org|ada@example.org>',
  '[ada@example.org](mailto:ada@example.org)',
  'Ada Lovelace <ada@example.org>',
  '"Lovelace, Ada" <ada@example.org>',
  'ada@example.org <ada@example.org>',
  '\u2068Ada\u2069 <ada@example.org>',
  'Ada Lovelace [mailto:ada@example.org]',
  'Lovelace, Ada (ada@example.org)',
  'ada@example.org (Ada)',
  `${'Ada '.repeat(100)}<ada@example.org>`,
])('what is put around an address is set aside: %s', (cell) => {
  expect(readValue('email', cell)).toMatchObject({ value: { text: 'ada@example.org' } })
})

test('an address in a link is read as people write it', () => {
  expect(readValue('email', 'mailto:ada%2Blist@example.org')).toMatchObject({
    value: { text: 'ada+list@example.org' },
  })
  expect(readValue('email', 'Jürgen <JÜRGEN@xn--bcher-kva.example>')).toEqual({
    value: { text: 'JÜRGEN@bücher.example', key: 'jürgen@bücher.example' },
  })
})

test('a cell of 10,000 characters is a problem, and found quickly', () => {
  const cells = ['x', '<', '(', '[', '"', '. ', '@', 'a@', '\u00e4@', ' '].map((part) =>
    part.repeat(10_000).slice(0, 10_000),
  )
  const start = performance.now()
  for (const cell of cells) {
    for (const field of ['email', 'firstName', 'role', 'sendMail'] as const) {
      expect(readValue(field, `x${cell}x`)).toHaveProperty('problem')
    }
  }
  expect(performance.now() - start).toBeLessThan(1_000)
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

test('marks that turn the direction are trimmed around a name, and a problem within it', () => {
  expect(readValue('name', '\u202bעדה\u202c')).toEqual({ value: 'עדה' })
  expect(readValue('name', 'Ada\u202egpj')).toMatchObject({
    problem: { code: 'invalid-value', suggestion: 'Adagpj' },
  })
})

test.each([
  ['“Ada”', 'Ada'],
  ['„Ada“', 'Ada'],
  ['« Ada »', 'Ada'],
  ['‘O’Brien’', 'O’Brien'],
  ['"Ada"', 'Ada'],
  ['“Ada” “Lovelace”', '“Ada” “Lovelace”'],
  ['“Ada', '“Ada'],
  ['Ada\u00a0Lovelace', 'Ada Lovelace'],
  ['Ada\u200b\u00ad', 'Ada'],
  ['A\u200bda', 'Ada'],
  ['山田\u3000太郎', '山田 太郎'],
  ['👩\u200d🚀', '👩\u200d🚀'],
  ['می\u200cخواهم', 'می\u200cخواهم'],
])('the name %j is read as %j', (cell, name) => {
  expect(readValue('name', cell)).toEqual({ value: name })
})

test('quotation marks around nothing are a missing value, around rooms they are set aside', () => {
  expect(readValue('name', '“ ”')).toMatchObject({ problem: { code: 'missing-value' } })
  expect(readValue('rooms', '“room 1, room\u00a02”')).toMatchObject({
    value: { parts: ['room 1', 'room 2'] },
  })
  expect(readValue('role', '“Gast”')).toEqual({ value: 'Guest' })
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
