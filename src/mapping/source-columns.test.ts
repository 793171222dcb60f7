import { expect, test } from 'vitest'
import type { FieldName } from '../domain/field.ts'
import { matchColumns } from './match-columns.ts'

const fields: readonly FieldName[] = ['email', 'firstName', 'lastName']

test('without a header, a record with more cells than the others does not make the table wider', () => {
  const lines = ['a@x.org|Ada|King', 'b@x.org|Bo|Smith| Jr.', 'c@x.org|Cy|Day']
  expect(match(lines).columns).toHaveLength(3)
})

test('a column that a person names by its number is one', () => {
  const lines = ['a@x.org|Ada|King', 'b@x.org|Bo|Smith| Jr.', 'c@x.org|Cy|Day']
  expect(match(lines, ['#4']).columns).toHaveLength(4)
  expect(() => match(lines, ['#5'])).toThrow('unknown-column')
})

test('without a header, records that stop early do not make the table narrower than the fields', () => {
  const lines = ['a@x.org', 'b@x.org', 'c@x.org|Cy|Day']
  expect(match(lines).fields).toEqual({ email: 0, firstName: 1, lastName: 2 })
})

test.each<[string, readonly string[]]>([
  ['a header', ['Email|First name|Last name|||', 'a@x.org|Ada|King|||', 'b@x.org|Bo|Li']],
  ['no header', ['a@x.org|Ada|King|||', 'b@x.org|Bo|Smith| ||']],
])('with %s, columns at the end with neither a title nor anything in them are none', (_, lines) => {
  expect(match(lines).columns).toHaveLength(3)
})

test('a column without a title is one when a row has something in it', () => {
  const lines = ['Email|First name|Last name||||', 'a@x.org|Ada|King||x|', 'b@x.org|Bo|Li']
  expect(match(lines).columns.map(({ title }) => title)).toEqual([
    'Email',
    'First name',
    'Last name',
    'Column 4',
    'Column 5',
  ])
})

test('a title is shown without line breaks and marks of invisible order', () => {
  const mapping = match(['\uFEFFE-\nMail|VOR\r\nNAME|"Nachname"', 'a@x.org|Ada|King'])
  expect(mapping.columns.map(({ title }) => title)).toEqual(['E- Mail', 'VOR NAME', '"Nachname"'])
  expect(mapping.fields).toEqual({ email: 0, firstName: 1, lastName: 2 })
})

function match(lines: readonly string[], ignore: readonly string[] = []) {
  const sample = lines.map((line, at) => ({ line: at + 1, cells: line.split('|') }))
  return matchColumns({ fields, sample, choice: { ignore }, knownRooms: new Set() })
}
