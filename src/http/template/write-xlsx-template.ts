import { writeXlsx } from 'hucre/xlsx'
import { entrySheet } from './entry-sheet.ts'
import { helpSheet } from './help-sheet.ts'
import { roomsSheet } from './rooms-sheet.ts'
import type { Template } from './template.ts'

/**
 * A workbook to fill in and upload as it is: the sheet for the rows, which has a header, choices and nothing else;
 * behind it, what is not read: the help, and the rooms that can be chosen.
 */
export async function writeXlsxTemplate(template: Template): Promise<Uint8Array> {
  const { operation, language } = template
  return await writeXlsx({
    properties: { title: operation.label[language] },
    sheets: [entrySheet(template), helpSheet(template), ...roomsSheet(template)],
    activeSheet: 0,
  })
}
