import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createCompany, type TestCompany } from '../support/company.ts'
import { fileCases } from './cases/index.ts'
import { readCase, type FullResult } from './read-case.ts'

let company: TestCompany

beforeAll(async () => {
  company = await createCompany()
  for (const name of ['room 1', 'room 2', 'room 3']) await company.addRoom(name)
})

afterAll(() => company[Symbol.asyncDispose]())

describe.each(fileCases)('$title', ({ cases }) => {
  test.each(cases)('$title', async (fileCase) => {
    const result = await readCase(company, fileCase)
    expect(spokenOf(result, fileCase.expected)).toEqual(fileCase.expected)
  })
})

test('no title is given twice: the page leads to each', () => {
  const titles = fileCases.flatMap(({ title, cases }) => [
    title,
    ...cases.map(({ title }) => title),
  ])
  expect(titles.filter((title, index) => titles.indexOf(title) !== index)).toEqual([])
})

/** Only what a case says is compared. */
function spokenOf(result: FullResult, expected: object): object {
  return Object.fromEntries(
    Object.entries(result)
      .filter(([part]) => 'refused' in result || part in expected)
      .map(([part, value]) => [part, part === 'source' ? named(value, expected) : value]),
  )
}

function named(source: object, expected: object): object {
  const said = 'source' in expected ? Object.keys(expected.source ?? {}) : []
  return Object.fromEntries(Object.entries(source).filter(([name]) => said.includes(name)))
}
