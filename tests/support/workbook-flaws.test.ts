import { buffer } from 'node:stream/consumers'
import { expect, test } from 'vitest'
import { ZipFile } from 'yazl'
import { workbookParts } from '../../src/http/report/workbook/workbook-parts.ts'
import { workbookFlaws } from './workbook-flaws.ts'

function workbookOf(sheet: string): Promise<Buffer> {
  const zip = new ZipFile()
  const parts = [...workbookParts(1), { name: 'xl/worksheets/sheet1.xml', xml: sheet }]
  for (const { name, xml } of parts) zip.addBuffer(Buffer.from(xml), name)
  zip.end()
  return buffer(zip.outputStream)
}

test.each([
  ['<worksheet><sheetData/><cols/></worksheet>', ['cols stands where it must not']],
  [
    '<worksheet><sheetData><row><c r="A1" s="99"/></row></sheetData></worksheet>',
    ['A1 has style 99'],
  ],
  [
    '<worksheet><sheetData><row><c r="A1"/><c r="B1" t="s"><v>0</v></c></row></sheetData></worksheet>',
    ['B1 has a text that is not there'],
  ],
  [
    `<worksheet><dataValidations><dataValidation><formula1>"${'x'.repeat(256)}"</formula1></dataValidation></dataValidations></worksheet>`,
    ['a list of choices is too long'],
  ],
])('what Excel would repair is seen (%#)', async (sheet, flaws) => {
  const found = await workbookFlaws(await workbookOf(sheet))
  expect(found).toEqual(flaws.map((flaw) => `xl/worksheets/sheet1.xml: ${flaw}`))
})

test('XML that is not well-formed is no workbook', async () => {
  await expect(workbookFlaws(await workbookOf('<worksheet>'))).rejects.toThrow('unclosed')
})
