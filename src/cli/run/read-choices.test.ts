import { describe, expect, it } from 'vitest'
import type { OperationDescription } from '../../http/contract/operation.ts'
import { sentencesIn } from '../sentences.ts'
import { readChoices, refuseWrongChoices } from './read-choices.ts'
import type { ChoiceFlags } from './read-choices.ts'

const label = { en: '', de: '' }
const operation: OperationDescription = {
  operation: 'invite-users',
  label,
  summary: label,
  fields: [
    { field: 'email', label, kind: 'email', maxLength: 1, values: null },
    { field: 'firstName', label, kind: 'text', maxLength: 1, values: null },
  ],
  deletesUsers: false,
  examples: [],
}
const read = (flags: Partial<ChoiceFlags>) =>
  readChoices({ map: [], ignore: [], ...flags }, operation, sentencesIn('en'))

describe('readChoices', () => {
  it('a column may hold “=”, and a field is known in any case', () => {
    const { mapping } = read({ map: ['EMAIL=a=b', 'firstname= #2 '] })
    expect(mapping).toEqual({ fields: { email: 'a=b', firstName: '#2' } })
  })

  it('what is not said is not said', () => {
    expect(read({})).toEqual({ operation: 'invite-users', mapping: {} })
    expect(read({ header: false }).mapping).toEqual({ header: false })
  })

  it('a column of full names is named, or none is split', () => {
    expect(read({ fullName: 'Name' }).mapping).toEqual({ fullName: 'Name' })
    expect(read({ fullName: false }).mapping).toEqual({ fullName: null })
  })

  it('where reading begins, and whether all rows of a report are taken', () => {
    expect(read({ firstLine: '3', allRows: true })).toMatchObject({ firstLine: 3, allRows: true })
  })

  it.each([
    [{ firstLine: '0' }, '--first-line'],
    [{ firstLine: 'two' }, '--first-line'],
    [{ asBefore: true, map: ['email=#1'] }, '--as-before'],
    [{ asBefore: true, fullName: false as const }, '--as-before'],
  ])('%j is refused before a server is asked', (flags, sentence) => {
    const refuse = () => refuseWrongChoices({ map: [], ignore: [], ...flags }, sentencesIn('en'))
    expect(refuse).toThrow(sentence)
  })

  it.each([
    ['tab', '\t'],
    ['\\t', '\t'],
    ['\t', '\t'],
    ['Semicolon', ';'],
    ['pipe', '|'],
    ['comma', ','],
  ])('the delimiter %j', (said, delimiter) => {
    expect(read({ delimiter: said })).toMatchObject({ delimiter })
  })

  it.each([
    [{ map: ['email=#1', 'email=#2'] }, 'twice'],
    [{ map: ['lastName=#1'] }, 'The fields are: email, firstName.'],
    [{ map: ['=x'] }, 'FIELD=COLUMN'],
    [{ delimiter: '' }, '--delimiter'],
    [{ delimiter: 'x' }, '--delimiter'],
    [{ encoding: 'base64' }, '--encoding'],
  ])('%j is refused', (flags, sentence) => {
    expect(() => read(flags)).toThrow(sentence)
  })
})
