import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { FieldName, FieldValues } from '../domain/field.ts'
import { fields } from '../domain/fields.ts'
import type { Mapping } from '../domain/mapping.ts'
import { readRow } from './read-row.ts'
import { readValue } from './read-value.ts'

const guests = ['email', 'name', 'rooms', 'role', 'sendMail'] as const
const mapping: Mapping = {
  header: false,
  columns: guests.map((title, index) => ({ index, title, secret: false })),
  fields: { email: 0, name: 1, rooms: 2, role: 3, sendMail: 4 },
  reasons: {},
}

test('the cells of a row become the values of the fields', () => {
  expect(
    readRow(guests, mapping, ['Kurt@Example.net', ' Kurt\u00a0', 'room 1, room 2', 'gast', 'Nein']),
  ).toEqual({
    values: {
      email: { text: 'Kurt@Example.net', key: 'kurt@example.net' },
      name: 'Kurt',
      rooms: { whole: 'room 1, room 2', parts: ['room 1', 'room 2'] },
      role: 'Guest',
      sendMail: false,
    },
  })
})

test('all problems of a row are collected', () => {
  const reading = readRow(guests, mapping, ['kurt', '', 'room 1', 'Gust', 'perhaps', '', 'more'])
  expect(reading).toMatchObject({
    problems: [
      { code: 'too-many-cells', field: null, particulars: { cells: 7, columns: 5 } },
      { code: 'invalid-email', field: 'email', particulars: { value: 'kurt' } },
      { code: 'missing-value', field: 'name' },
      { code: 'unknown-role', field: 'role', suggestion: 'Guest' },
      { code: 'unknown-boolean', field: 'sendMail', particulars: { value: 'perhaps' } },
    ],
  })
})

test('missing cells are missing values of their fields, blank cells too many are none', () => {
  expect(readRow(guests, mapping, ['k@x.net', 'Kurt', 'room 1', 'Guest'])).toMatchObject({
    problems: [{ code: 'missing-value', field: 'sendMail' }],
  })
  expect(
    readRow(guests, mapping, ['k@x.net', 'Kurt', 'room 1', 'Guest', '1', ' ', '\u200b']),
  ).toHaveProperty('values')
})

const field = fc.constantFrom(...Object.keys(fields).filter(isFieldName))

const cell = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  fc.emailAddress(),
  fc.constantFrom(
    'Teilnehmer:in',
    'kein  Zugriff',
    'WAHR',
    '"a, b", c',
    ' \ufeffx\u00a0',
    'e\u0301',
    '\ud800',
  ),
)

test('reading a row never throws, and gives either all of the values or problems', () => {
  fc.assert(
    fc.property(fc.array(cell), (cells) => {
      const reading = readRow(guests, mapping, cells)
      const found = 'problems' in reading ? reading.problems : Object.keys(reading.values)
      expect(found.length).toBeGreaterThan(0)
      expect('problems' in reading || found.length === guests.length).toBe(true)
    }),
  )
})

test('what was read reads as itself', () => {
  fc.assert(
    fc.property(field, cell, (field, cell) => {
      const reading = readValue(field, cell)
      const again = 'value' in reading ? readValue(field, written(reading.value)) : reading
      expect(again).toEqual(reading)
    }),
    { numRuns: 2000 },
  )
})

test('every suggestion reads without a problem', () => {
  const words = ['Participant', 'Teilnehmerin', 'True', 'ada@example.org', 'room 1', 'Kein Zugriff']
  const slip = fc
    .tuple(
      fc.constantFrom(...words),
      fc.nat(20),
      fc.constantFrom('', 'x', '.', ',', '\n', ' ', '@', '<'),
    )
    .map(([word, at, put]) => word.slice(0, at) + put + word.slice(at + 1))
  fc.assert(
    fc.property(field, slip, (field, cell) => {
      const reading = readValue(field, cell)
      const suggestion = 'problem' in reading ? reading.problem.suggestion : undefined
      fc.pre(suggestion !== undefined)
      expect(readValue(field, suggestion)).toHaveProperty('value')
    }),
    { numRuns: 2000 },
  )
})

function isFieldName(name: string): name is FieldName {
  return name in fields
}

function written(value: FieldValues[FieldName]): string {
  if (typeof value !== 'object') return String(value)
  return 'text' in value ? value.text : value.whole
}
