import { expect, test } from 'vitest'
import type { Batch } from '../../../src/http/contract/batch.ts'
import { chooseColumn } from './choose-column.ts'

const batch = {
  mapping: { email: 'Mail', firstName: 'Name' },
  source: { header: true } as Batch['source'],
  columns: ['Mail', 'Name', 'Surname', 'Town'].map(
    (column) => ({ column }) as Batch['columns'][number],
  ),
}

test('a field takes another column, and nothing else is guessed anew', () => {
  expect(chooseColumn(batch, 'lastName', 'Surname')).toEqual({
    header: true,
    fields: { email: 'Mail', firstName: 'Name', lastName: 'Surname' },
    ignore: ['Town'],
  })
})

test('two fields change their columns round by one choice', () => {
  expect(chooseColumn(batch, 'email', 'Name').fields).toEqual({ email: 'Name', firstName: 'Mail' })
})

test('a field loses its column to one that has none', () => {
  expect(chooseColumn(batch, 'lastName', 'Name').fields).toEqual({
    email: 'Mail',
    lastName: 'Name',
  })
})

test('halves of full names that fill their own fields follow from the split, and are not chosen', () => {
  const columns = [
    ...batch.columns,
    { column: 'First name', half: 'firstName' },
    { column: 'Last name', half: 'lastName' },
  ] as Batch['columns']
  const mapping = { email: 'Mail', firstName: 'First name', lastName: 'Last name' }
  const split = { ...batch, mapping, columns }
  expect(chooseColumn(split, 'email', 'Town')).toMatchObject({
    fields: { email: 'Town' },
    ignore: ['Mail', 'Name', 'Surname'],
  })
  expect(chooseColumn(split, 'firstName', 'Last name').fields).toEqual({
    email: 'Mail',
    firstName: 'Last name',
    lastName: 'First name',
  })
})
