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

function match(lines: readonly string[], ignore: readonly string[] = []) {
  const sample = lines.map((line, at) => ({ line: at + 1, cells: line.split('|') }))
  return matchColumns({ fields, sample, choice: { ignore }, knownRooms: new Set() })
}
