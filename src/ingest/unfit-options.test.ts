import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { problemOf } from './testing/read-source.ts'

const workbook = readFileSync(new URL('../../tests/fixtures/people.xlsx', import.meta.url))

test('a text has no sheet to choose', async () => {
  expect(await problemOf('a,b', { sheet: 'Berlin' })).toEqual({
    code: 'option-of-workbooks',
    option: 'sheet',
  })
})

test.each([{ encoding: 'utf-8' }, { delimiter: ';' }])(
  'a workbook has no %o to choose',
  async (choice) => {
    expect(await problemOf(workbook, choice)).toEqual({
      code: 'option-of-texts',
      option: Object.keys(choice)[0],
    })
  },
)
