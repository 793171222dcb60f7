import { expect, test } from 'vitest'
import { createCompany } from '../../tests/support/company.ts'
import { newId } from '../domain/id.ts'
import { addRecords, readRecords, recordsByBytes } from './batch-records.ts'

test('large records are read in parts that fit into the memory, each once and in their order', async () => {
  await using company = await createCompany()
  const { db } = company
  const ref = { companyId: company.id, id: newId() }
  const long = 'x'.repeat(500_000)
  const records = Array.from({ length: 40 }, (_, at) => ({ line: at + 1, cells: [`${at}`, long] }))
  await db.transaction().execute((tx) => addRecords(tx, ref, { from: 1, records }))

  const parts = await Array.fromAsync(recordsByBytes(db, ref, { first: 1, end: 41 }))
  expect(parts.map(({ length }) => length)).toEqual([20, 20])
  expect(parts.flat().map(({ position, cells }) => [position, cells[0]])).toEqual(
    records.map(({ line, cells }) => [line, cells[0]]),
  )
  expect(await readRecords(db, ref, { first: 1, end: 41 })).toEqual(parts.flat())
})

test('where there are no records, none are read', async () => {
  await using company = await createCompany()
  const { db, id: companyId } = company
  expect(await readRecords(db, { companyId, id: newId() }, { first: 1, end: 61 })).toEqual([])
})
