import { closeSync, ftruncateSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { usualSourceLimits } from '../../../src/domain/source-limits.ts'
import { makeOds, makeXlsx } from '../../../src/ingest/testing/make-archive.ts'
import { inspectArchive } from '../../../src/ingest/workbook/inspect-archive.ts'
import { odsSheets } from '../../../src/ingest/workbook/ods-sheets.ts'
import { openArchive } from '../../../src/ingest/workbook/open-archive.ts'
import { selectSheet } from '../../../src/ingest/workbook/select-sheet.ts'
import { xlsxSheets } from '../../../src/ingest/workbook/xlsx-sheets.ts'
import { fixtures } from '../seeds.ts'
import type { Target } from '../target.ts'

/** Any bytes as a whole workbook: most of them are no archive any more. */
export const archive: Target = {
  name: 'archive',
  seeds: () => fixtures(/\.(xlsx|ods)$/u),
  run: read,
}

/** Any text as the rows of a sheet: the archive around them is whole. */
export const xlsx: Target = {
  name: 'xlsx',
  seeds: async () => xlsxRows.map((rows) => Buffer.from(rows)),
  run: (input) => read(makeXlsx([{ name: 'people', rows: Buffer.from(input).toString() }], around)),
}

export const ods: Target = {
  name: 'ods',
  seeds: async () => odsRows.map((rows) => Buffer.from(rows)),
  run: (input) => read(makeOds([{ name: 'people', rows: Buffer.from(input).toString() }])),
}

const around = {
  strings: '<si><t>ada@example.org</t></si><si><r><t>Ada</t></r><r><t> L.</t></r></si>',
  styles: '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="9"/></cellXfs>',
}

const xlsxRows = [
  '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>',
  '<row r="2" hidden="1"><c r="A2" t="inlineStr"><is><t>Zoë</t></is></c><c r="D2" s="1"><v>45000</v></c></row>',
  '<row><c t="b"><v>1</v></c><c t="str"><f>A1</f><v>text</v></c><c t="e"><v>#REF!</v></c><c s="2"><v>0.5</v></c></row>',
  '<row r="1048576"><c r="XFD1048576"><v>1e21</v></c></row></sheetData><mergeCells><mergeCell ref="A1:B2"/></mergeCells><sheetData>',
]

const odsRows = [
  '<table:table-row><table:table-cell office:value-type="string"><text:p>ada@example.org</text:p></table:table-cell></table:table-row>',
  '<table:table-row table:number-rows-repeated="3"><table:table-cell table:number-columns-repeated="2" office:value-type="float" office:value="1.5"/></table:table-row>',
  '<table:table-row table:visibility="collapse"><table:table-cell table:number-columns-spanned="2" table:number-rows-spanned="2"><text:p>a<text:s text:c="3"/>b</text:p></table:table-cell><table:covered-table-cell/></table:table-row>',
  '<table:table-row><table:table-cell office:value-type="date" office:date-value="2024-02-29"/><table:table-cell office:value-type="boolean" office:boolean-value="true"/></table:table-row>',
]

/**
 * In this thread, where what runs is counted; the program reads workbooks in another one. An error of the parsers
 * is called a damaged file there; one of our own code would be hidden by that.
 */
async function read(bytes: Uint8Array): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'roster-fuzz-'))
  const fd = openSync(path.join(folder, 'workbook'), 'w+')
  try {
    ftruncateSync(fd)
    writeSync(fd, bytes)
    await readAll(fd)
  } catch (error) {
    if (bugs.some((bug) => error instanceof bug)) throw error
  } finally {
    closeSync(fd)
    rmSync(folder, { recursive: true })
  }
}

const bugs = [TypeError, RangeError, ReferenceError, SyntaxError]

async function readAll(fd: number): Promise<void> {
  const limits = { ...usualSourceLimits, unpackedBytes: 10_000_000 }
  const { format } = await inspectArchive(fd, limits)
  const list = format === 'xlsx' ? xlsxSheets : odsSheets
  const sheet = await selectSheet(await list(await openArchive(fd), limits))
  const { batches, notices } = sheet.read()
  let rows = 0
  for await (const batch of batches) {
    for (const { line, cells } of batch) {
      if (!Number.isSafeInteger(line) || line < 1) throw new TypeError(`The line ${line} is none.`)
      if (cells.some((cell) => typeof cell !== 'string')) throw new TypeError('A cell is no text.')
      rows++
    }
    // A few bytes may stand for a million rows; the limit of rows ends that elsewhere.
    if (rows > 50_000) return
  }
  notices()
}
