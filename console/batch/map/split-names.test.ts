import { expect, test } from 'vitest'
import type { Batch } from '../../../src/http/contract/batch.ts'
import { splitNames } from './split-names.ts'

const source = { header: true } as Batch['source']
const whole = {
  mapping: { email: 'Mail', firstName: 'Name' },
  source,
  columns: columnsOf(['Mail', 'Name', 'Town']),
}
const split = {
  mapping: { email: 'Mail', firstName: 'First name', lastName: 'Last name' },
  source,
  columns: [
    ...whole.columns,
    ...columnsOf(['First name'], 'firstName'),
    ...columnsOf(['Last name'], 'lastName'),
  ],
}

test('a column is split for both names, whatever it was used for, and nothing else is guessed anew', () => {
  expect(splitNames(whole, 'Name')).toEqual({
    header: true,
    fields: { email: 'Mail' },
    ignore: ['Town'],
    fullName: 'Name',
  })
})

test('where nothing is split any more, the fields of the halves are without a column', () => {
  expect(splitNames(split, null)).toEqual({
    header: true,
    fields: { email: 'Mail' },
    ignore: ['Name', 'Town'],
    fullName: null,
  })
})

test('a field of the name that has a column of its own keeps it when nothing is split any more', () => {
  const mapping = { ...split.mapping, firstName: 'Town' }
  expect(splitNames({ ...split, mapping }, null).fields).toEqual({
    email: 'Mail',
    firstName: 'Town',
  })
})

test('another column is split instead', () => {
  expect(splitNames(split, 'Town')).toMatchObject({ fields: { email: 'Mail' }, ignore: ['Name'] })
})

function columnsOf(names: readonly string[], half: 'firstName' | 'lastName' | null = null) {
  return names.map((column) => ({ column, half }) as Batch['columns'][number])
}
