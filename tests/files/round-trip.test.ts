import * as xlsx from '@e965/xlsx'
import * as fc from 'fast-check'
import { writeOds, writeXlsx } from 'hucre'
import iconv from 'iconv-lite'
import { describe, expect, test } from 'vitest'
import writeExcelFile from 'write-excel-file/node'
import { read } from '../../src/ingest/testing/read-source.ts'

// What was written is read back, whoever wrote it.

type Grid = readonly (readonly string[])[]

describe('CSV', () => {
  const encodings = {
    'utf-8': fc.string({ unit: 'grapheme', minLength: 1 }),
    'utf-16le': fc.string({ unit: 'grapheme', minLength: 1 }),
    'utf-16be': fc.string({ unit: 'grapheme', minLength: 1 }),
    'windows-1252': letters('äöüßéèñçÄÖÜ€“”–'),
    'iso-8859-15': letters('äöüßéèñçÄÖÜ€Šž'),
    macintosh: letters('äöüßéèñçÄÖÜ“”–'),
    cp850: letters('äöüßéèñçÄÖÜ'),
  }

  test.each(Object.entries(encodings))(
    'in %s, with every delimiter and style of quotes',
    async (encoding, cell) => {
      await fc.assert(
        fc.asyncProperty(
          grids(cell),
          fc.constantFrom(',', ';', '\t', '|'),
          fc.constantFrom('\n', '\r\n', '\r'),
          fc.boolean(),
          async (grid, delimiter, lineEnd, quoteAll) => {
            const lines = grid.map((row) =>
              row.map((cell) => quoted(cell, quoteAll)).join(delimiter),
            )
            const bytes = iconv.encode(lines.join(lineEnd) + lineEnd, encoding)
            const { cells } = await read(bytes, { encoding, delimiter })
            expect(cells).toEqual(grid)
          },
        ),
        { numRuns: 40 },
      )
    },
  )
})

describe('workbooks', () => {
  const text = fc.string({
    unit: fc.constantFrom(...Array.from('aZ09 äß€雪😀<>&"\';,=+-@_')),
    minLength: 1,
  })

  test.each([
    ['XLSX as written by hucre', (grid: Grid) => writeXlsx({ sheets: [sheetOf(grid)] })],
    ['ODS as written by hucre', (grid: Grid) => writeOds({ sheets: [sheetOf(grid)] })],
    ['XLSX as written by write-excel-file', byWriteExcelFile],
    ['XLSX as written by SheetJS', (grid: Grid) => bySheetJs(grid, 'xlsx')],
    ['XLSX with shared texts as written by SheetJS', (grid: Grid) => bySheetJs(grid, 'xlsx', true)],
    ['ODS as written by SheetJS', (grid: Grid) => bySheetJs(grid, 'ods')],
  ])('%s', async (_, write) => {
    await fc.assert(
      fc.asyncProperty(grids(text), async (grid) => {
        const { cells } = await read(await write(grid))
        expect(cells).toEqual(grid)
      }),
      { numRuns: 3 },
    )
  })

  test.each(['biff8', 'biff5', 'xlsb', 'xlml', 'html', 'rtf'] as const)(
    'what SheetJS writes as %s is refused in words',
    async (bookType) => {
      const book = xlsx.utils.book_new()
      xlsx.utils.book_append_sheet(book, xlsx.utils.aoa_to_sheet([['Email'], ['ada@example.org']]))
      const bytes = xlsx.write(book, { type: 'buffer', bookType })
      await expect(read(bytes)).rejects.toMatchObject({ code: expect.stringMatching(/^un/u) })
    },
  )
})

/** One to six rows of the same width; no blank cell at an end, for those are not kept by every program. */
function grids(cell: fc.Arbitrary<string>): fc.Arbitrary<Grid> {
  const filled = cell.filter((text) => text.trim() !== '' && !/[\0\uFEFF]/u.test(text))
  return fc.integer({ min: 1, max: 4 }).chain((width) =>
    fc.array(fc.array(filled, { minLength: width, maxLength: width }), {
      minLength: 1,
      maxLength: 6,
    }),
  )
}

function letters(special: string) {
  const unit = fc.constantFrom(...Array.from(`${special}abcXYZ019 ,;|"'@.-_/`))
  return fc.string({ unit, minLength: 1 })
}

function quoted(cell: string, always: boolean): string {
  const needed = always || /[",;\t|\n\r]|^\s|\s$/u.test(cell)
  return needed ? `"${cell.replaceAll('"', '""')}"` : cell
}

function sheetOf(grid: Grid) {
  return { name: 'people', rows: grid.map((row) => [...row]) }
}

async function byWriteExcelFile(grid: Grid): Promise<Uint8Array> {
  const rows = grid.map((row) => row.map((value) => ({ type: String, value })))
  return await writeExcelFile(rows).toBuffer()
}

function bySheetJs(grid: Grid, bookType: 'xlsx' | 'ods', bookSST = false): Uint8Array {
  const book = xlsx.utils.book_new()
  xlsx.utils.book_append_sheet(book, xlsx.utils.aoa_to_sheet(grid.map((row) => [...row])), 'people')
  return xlsx.write(book, { type: 'buffer', bookType, bookSST })
}
