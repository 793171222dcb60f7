import { createReadStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import * as sheetJs from '@e965/xlsx'
import { parse } from 'csv-parse'
import { streamXlsxRows } from 'hucre'
import papaparse from 'papaparse'
import readExcelFile from 'read-excel-file/node'
import { inferSchema, initParser } from 'udsv'
import { usualSourceLimits } from '../src/domain/source-limits.ts'
import { openTable } from '../src/ingest/open-table.ts'

/** Reads a file to its end, every cell as text or as its reader gives it, and tells how many rows it had. */
export type Reader = (path: string) => Promise<number>

/** Ours, and public ones in the way that their documents call the fastest for a file that is not kept. */
export const textReaders: Readonly<Record<string, Reader>> = {
  roster,
  async 'csv-parse'(path) {
    let rows = 0
    for await (const _ of createReadStream(path).pipe(parse())) rows++
    return rows
  },
  papaparse: (path) =>
    new Promise((resolve, reject) => {
      let rows = 0
      papaparse.parse(createReadStream(path), {
        step: () => void rows++,
        complete: () => resolve(rows),
        error: reject,
      })
    }),
  // It takes a whole text.
  async udsv(path) {
    const text = await readFile(path, 'utf8')
    let rows = 1
    initParser(inferSchema(text)).stringArrs(text, (row) => void (rows += row.length > 0 ? 1 : 0))
    return rows
  },
}

export const workbookReaders: Readonly<Record<string, Reader>> = {
  roster,
  async hucre(path) {
    let rows = 0
    for await (const _ of streamXlsxRows(await readFile(path))) rows++
    return rows
  },
  async 'read-excel-file'(path) {
    const [sheet] = await readExcelFile(path)
    return sheet?.data.length ?? 0
  },
  async SheetJS(path) {
    const book = sheetJs.read(await readFile(path), { dense: true })
    const [sheet] = Object.values(book.Sheets)
    return sheet === undefined ? 0 : sheetJs.utils.sheet_to_json(sheet, { header: 1 }).length
  },
}

/** As it comes in an upload: encoding and delimiter are found, workbooks are unpacked in a worker. */
async function roster(path: string): Promise<number> {
  const limits = { ...usualSourceLimits, bytes: 2 ** 40, rows: Number.POSITIVE_INFINITY }
  const bytes = createReadStream(path)
  const table = await openTable({ name: path, kind: 'file', bytes }, { limits })
  let rows = 0
  for await (const chunk of table.chunks) rows += chunk.length
  return rows
}
