import { describe, expect, it } from 'vitest'
import type { OperationDescription } from '../../http/contract/operation.ts'
import { sentencesIn } from '../sentences.ts'
import { readChoices } from './read-choices.ts'
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
