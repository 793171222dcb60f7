import { afterAll, beforeAll, expect, test } from 'vitest'
import { findBatch, type BatchRef } from '../../src/directory/batches.ts'
import type { MappingChoice } from '../../src/domain/mapping.ts'
import type { RowFilter } from '../../src/domain/row-filter.ts'
import { reportTable } from '../../src/http/report/report-table.ts'
import { findRows } from '../../src/verify/find-rows.ts'
import { fixCells } from '../../src/verify/fix-cells.ts'
import { fixRow } from '../../src/verify/fix-row.ts'
import { mapBatch } from '../../src/verify/map-batch.ts'
import { draft, rowsOf, verify } from '../support/batch.ts'
import { directoryOf } from '../support/directory.ts'
import { inShort, openStage, type Stage, type StagedCompany } from '../support/stage.ts'

let stage: Stage
let company: StagedCompany
beforeAll(async () => {
  stage = await openStage({ chunkSize: 2 })
  company = await stage.company()
})
afterAll(() => stage[Symbol.asyncDispose]())

const lines = [
  'Name;Email;Department',
  'Lovelace, Ada;ada@example.org;Engines',
  'Ludwig van Beethoven;ludwig@example.org',
  'Gabriel García Márquez;gabriel@example.org;Books;surplus',
  'Prince;prince@example.org;Music',
]

async function brought(choice: MappingChoice = {}, source = lines): Promise<BatchRef> {
  return await draft(company, 'invite-users', source, choice)
}

async function cells(ref: BatchRef) {
  return (await rowsOf(stage, ref)).map(({ cells }) => cells)
}

async function names(ref: BatchRef) {
  const rows = await rowsOf(stage, ref)
  return rows.map(({ values }) => [values.firstName, values.lastName])
}

async function found(ref: BatchRef, filter: RowFilter) {
  const { rows } = await findRows(stage.db, ref, { filter, start: { offset: 0 }, limit: 10 })
  return rows.map(({ row }) => row)
}

const halves = [
  ['Ada', 'Lovelace'],
  ['Ludwig', 'van Beethoven'],
  ['Gabriel García', 'Márquez'],
  ['Prince', ''],
]

test('a column of full names is split into two columns behind those of the source', async () => {
  const ref = await brought()
  const { mapping } = await findBatch(stage.db, ref)
  expect(mapping).toMatchObject({
    fullName: 0,
    fields: { email: 1, firstName: 3, lastName: 4 },
    reasons: { email: 'name', firstName: 'split', lastName: 'split' },
  })
  expect(mapping.columns.map(({ title, half }) => [title, half])).toEqual([
    ['Name', undefined],
    ['Email', undefined],
    ['Department', undefined],
    ['First name', 'firstName'],
    ['Last name', 'lastName'],
  ])
  expect(await cells(ref)).toEqual([
    ['Lovelace, Ada', 'ada@example.org', 'Engines', 'Ada', 'Lovelace'],
    ['Ludwig van Beethoven', 'ludwig@example.org', '', 'Ludwig', 'van Beethoven'],
    [
      'Gabriel García Márquez',
      'gabriel@example.org',
      'Books',
      'Gabriel García',
      'Márquez',
      'surplus',
    ],
    ['Prince', 'prince@example.org', 'Music', 'Prince', ''],
  ])
})

test('what is missing, surplus or doubtful after the split is said of its row', async () => {
  const ref = await brought()
  await verify(company, ref)
  const rows = await rowsOf(stage, ref)
  expect(rows.map(inShort)).toEqual([
    'ready',
    'ready',
    'error too-many-cells',
    'error missing-value',
  ])
  expect(rows[2]?.problems[0]?.particulars).toEqual({ cells: 4, columns: 3 })

  const doubtful = await brought({}, ['Name,Email', 'Gabriel García Márquez,gabriel@example.org'])
  await verify(company, doubtful)
  expect((await rowsOf(stage, doubtful))[0]?.notices).toEqual([
    { code: 'name-split', particulars: { value: 'Márquez' } },
  ])
  await fixRow(stage.db, doubtful, {
    row: 1,
    values: { lastName: 'García Márquez', firstName: 'Gabriel' },
  })
  await verify(company, doubtful)
  expect((await rowsOf(stage, doubtful)).map(inShort)).toEqual(['ready'])
})

test('halves are found, searched and corrected like any cell', async () => {
  const ref = await brought()
  expect(await found(ref, { field: 'lastName', value: 'Lovelace' })).toEqual([1])
  expect(await found(ref, { search: 'van Beeth' })).toEqual([2])
  expect(await found(ref, { field: 'lastName', value: '' })).toEqual([4])
  const fix = { field: 'lastName', value: '', replacement: 'Nelson' } as const
  expect(await fixCells(stage.db, ref, fix)).toBe(1)
  expect(await names(ref)).toEqual([...halves.slice(0, 3), ['Prince', 'Nelson']])
})

test('another mapping keeps the split unless it speaks of it, and corrections stay', async () => {
  const ref = await brought()
  await fixRow(stage.db, ref, { row: 4, values: { lastName: 'Nelson' } })
  const shown = { email: 'Email', firstName: 'First name', lastName: 'Last name' }
  await mapBatch(stage.db, ref, { fields: shown, ignore: ['Name', 'Department'] })
  expect((await findBatch(stage.db, ref)).mapping).toMatchObject({
    fullName: 0,
    fields: { email: 1, firstName: 3, lastName: 4 },
  })
  expect(await names(ref)).toEqual([...halves.slice(0, 3), ['Prince', 'Nelson']])

  await mapBatch(stage.db, ref, { fullName: null })
  const { mapping } = await findBatch(stage.db, ref)
  expect(mapping.columns).toHaveLength(3)
  expect(mapping.fields).toEqual({ email: 1 })
  expect(await cells(ref)).toEqual([
    ['Lovelace, Ada', 'ada@example.org', 'Engines'],
    ['Ludwig van Beethoven', 'ludwig@example.org', ''],
    ['Gabriel García Márquez', 'gabriel@example.org', 'Books', 'surplus'],
    ['Prince', 'prince@example.org', 'Music'],
  ])

  await mapBatch(stage.db, ref, {})
  expect((await findBatch(stage.db, ref)).mapping.fullName).toBeUndefined()
  await mapBatch(stage.db, ref, { fullName: 'name' })
  expect(await names(ref)).toEqual([...halves.slice(0, 3), ['Prince', 'Nelson']])
})

test('names in another column are split instead, and a plan of the first split no longer holds', async () => {
  const source = ['Email;Display name;Full name', 'ada@example.org;Ada L;Ada Lovelace']
  const ref = await brought({ fullName: 'Display name' }, source)
  expect(await names(ref)).toEqual([['Ada', 'L']])
  const { digest } = await verify(company, ref)
  await mapBatch(stage.db, ref, { fullName: '#3' })
  expect(await names(ref)).toEqual([['Ada', 'Lovelace']])
  expect((await verify(company, ref)).digest).not.toBe(digest)
})

test('two columns of full names are not guessed between', async () => {
  const ref = await brought({}, ['Email;Display name;Full name', 'ada@example.org;Ada L;Ada L'])
  expect((await findBatch(stage.db, ref)).mapping.fields).toEqual({ email: 0 })
})

test.each([
  ['Vor- und Nachname', 'E-Mail'],
  ['Anzeigename', 'E-Mail-Adresse'],
  ['Full Name', 'Email'],
  ['Teilnehmer (Name)', 'Mail'],
])('%s is a title of full names', async (title, email) => {
  const ref = await brought({}, [`${title},${email}`, 'Ada Lovelace,ada@example.org'])
  expect(await names(ref)).toEqual([['Ada', 'Lovelace']])
})

test('without a header the one column of full names is split, whatever rooms are called', async () => {
  const ref = await draft(company, 'invite-and-assign-users', [
    'ada@example.org\tAda Lovelace\troom 1\tTeilnehmer',
    'alan@example.org\tTuring, Alan\troom 1\tGast\tsurplus',
    'grace@example.org\tGrace Hopper\troom 1\tGast',
  ])
  const { mapping } = await findBatch(stage.db, ref)
  expect(mapping).toMatchObject({
    header: false,
    fullName: 1,
    fields: { email: 0, firstName: 5, lastName: 6, role: 3 },
  })
  const fields = { email: '#1', firstName: '#6', lastName: '#7', rooms: '#3', role: '#4' }
  await mapBatch(stage.db, ref, { fields, ignore: ['#2'] })
  expect((await findBatch(stage.db, ref)).mapping.fields).toEqual({
    ...mapping.fields,
    rooms: 2,
  })
  expect(await names(ref)).toEqual([
    ['Ada', 'Lovelace'],
    ['Alan', 'Turing'],
    ['Grace', 'Hopper'],
  ])
})

test('two first names beside a last name are not split', async () => {
  const ref = await brought({}, [
    'anna@example.org,Anna Maria,Schmidt',
    'eva@example.org,Eva Lotte,Beck',
  ])
  const { mapping } = await findBatch(stage.db, ref)
  expect(mapping).toMatchObject({ fields: { email: 0, firstName: 1, lastName: 2 } })
  expect(mapping.fullName).toBeUndefined()
})

test('who says that the first line is a header, or that it is none, has the names split as before', async () => {
  const ref = await brought({}, ['Ada Lovelace,ada@example.org', 'Alan Turing,alan@example.org'])
  expect(await names(ref)).toEqual([
    ['Ada', 'Lovelace'],
    ['Alan', 'Turing'],
  ])
  await mapBatch(stage.db, ref, { header: true })
  expect(await cells(ref)).toEqual([['Alan Turing', 'alan@example.org', 'Alan', 'Turing']])
  await mapBatch(stage.db, ref, { header: false })
  expect(await names(ref)).toEqual([
    ['Ada', 'Lovelace'],
    ['Alan', 'Turing'],
  ])
})

test.each<[string, MappingChoice]>([
  ['a column that does not exist', { fullName: 'Nickname' }],
  ['a column of passwords', { fullName: 'Password' }],
])('%s cannot be split', async (_, choice) => {
  const source = ['Name,Email,Password', 'Ada Lovelace,ada@example.org,x']
  await expect(brought(choice, source)).rejects.toMatchObject({ code: 'unknown-column' })
  const ref = await brought({}, source)
  await expect(mapBatch(stage.db, ref, choice)).rejects.toMatchObject({ code: 'unknown-column' })
  expect(await names(ref)).toEqual([['Ada', 'Lovelace']])
})

test('an operation that asks for no halves leaves full names alone', async () => {
  const ref = await draft(company, 'delete-users', lines, { fullName: 'Name' })
  expect((await findBatch(stage.db, ref)).mapping).toMatchObject({ fields: { email: 1 } })
  expect((await cells(ref))[3]).toEqual(['Prince', 'prince@example.org', 'Music'])
})

test('the halves are executed and reported; the report, brought again, is read without a split', async () => {
  const people = [
    'Name,Email',
    'Ada Lovelace,ada@split.example.org',
    'Gabriel García Márquez,gabriel@split.example.org',
    'Prince,prince@split.example.org',
  ]
  const ref = await brought({}, people)
  const { batch, rows, said } = await company.execute(await verify(company, ref))
  expect(said).toEqual(['done', 'done name-split', 'error missing-value'])
  const { users } = await directoryOf(company)
  const gabriel = users.find(({ email }) => email === 'gabriel@split.example.org')
  expect(gabriel).toMatchObject({ name: 'Gabriel García Márquez', status: 'invited' })

  const table = reportTable(batch.mapping, 'en')
  expect(table.header.slice(0, 5)).toEqual(['Name', 'Email', 'First name', 'Last name', 'line'])
  const report = [table.header, ...rows.map((row) => table.cellsOf(row))].map((cells) =>
    cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(','),
  )
  const corrected = report.map((line) => line.replace('"Prince",""', '"Prince","Nelson"'))
  const again = await brought({}, corrected)
  const { mapping, source } = await findBatch(stage.db, again)
  expect(mapping).toMatchObject({ fields: { email: 1, firstName: 2, lastName: 3 } })
  expect(mapping.fullName).toBeUndefined()
  expect(source.notices.map(({ code }) => code)).toEqual(['rows-done'])
  expect(await names(again)).toEqual([['Prince', 'Nelson']])
  expect(reportTable(mapping, 'en').header).toEqual(table.header)
})
