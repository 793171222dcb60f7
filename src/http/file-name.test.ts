import { expect, test } from 'vitest'
import { fileName } from './file-name.ts'

test.each([
  ['people.csv', 'people.csv'],
  ['../../etc/passwd', 'passwd'],
  ['C:\\Users\\Ada\\people.xlsx', 'people.xlsx'],
  ['Gäste – Mai 🎉.csv', 'Gäste – Mai 🎉.csv'],
  ['a\0b\r\nSet-Cookie: x\u001b[31m.csv', 'a b Set-Cookie: x [31m.csv'],
  ['people\u202evsc.exe', 'peoplevsc.exe'],
  ['', null],
  ['///', null],
  [' \u200b ', null],
  [undefined, null],
])('the file %j is called %j', (uploaded, name) => {
  expect(fileName(uploaded)).toBe(name)
})

test('a name of ten thousand characters is cut in its middle', () => {
  const name = fileName(`${'x'.repeat(10_000)}.csv`)
  expect(name).toHaveLength(200)
  expect(name).toMatch(/^x+…x+\.csv$/)
})
