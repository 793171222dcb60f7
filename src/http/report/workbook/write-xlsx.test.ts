import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { buffer, text } from 'node:stream/consumers'
import { promisify } from 'node:util'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { fromBufferPromise } from 'yauzl'
import type { Mapping } from '../../../domain/mapping.ts'
import { problem } from '../../../domain/problem.ts'
import { read } from '../../../ingest/testing/read-source.ts'
import type { PlannedRow } from '../../../verify/planned-row.ts'
import { workbookFlaws } from '../../../../tests/support/workbook-flaws.ts'
import { reportTable } from '../report-table.ts'
import { writeXlsx } from './write-xlsx.ts'

const mapping: Mapping = {
  header: true,
  columns: [
    { index: 0, title: 'Email', secret: false },
    { index: 1, title: '=Note', secret: false },
  ],
  fields: { email: 0 },
  reasons: { email: 'name' },
}

function rowOf(cells: readonly string[], problems: PlannedRow['problems'] = []): PlannedRow {
  return {
    row: 1,
    line: 2,
    state: problems.length > 0 ? 'error' : 'ready',
    cells,
    values: {},
    fixed: [],
    leftOut: false,
    problems,
    notices: [],
    changes: [],
    position: 2,
    leader: null,
  }
}

function written(...rows: readonly PlannedRow[]): Promise<Buffer<ArrayBuffer>> {
  async function* pages() {
    yield rows
  }
  return buffer(writeXlsx(reportTable(mapping, 'en'), pages()))
}

async function sheetOf(file: Buffer): Promise<string> {
  const zip = await fromBufferPromise(file)
  for await (const entry of zip.eachEntry()) {
    if (entry.fileName.endsWith('sheet1.xml')) return text(await zip.openReadStreamPromise(entry))
  }
  throw new Error('There is no sheet.')
}

const awkward = [
  '=1+1',
  '=HYPERLINK("http://example.org","x")',
  "=cmd|' /C calc'!A0",
  '+49 30 1234',
  '-5',
  '@me',
  '\ttab',
  '007',
  '2-14',
  '1.2.2024',
  'TRUE',
  '1E5',
  '0,5',
  ' edges ',
  'two\nlines',
  '_x000D_',
  '_x005F_x000D_x000D_',
  '<b>&amp;"\'',
  'ä€雪😀',
  'שלום',
  "'quoted",
]

test('what is written is read back, whatever it is', async () => {
  const alphabet = Array.from('aZ0 ä雪😀<>&"\';,=+-@\t\n\r')
  const piece = fc.oneof(
    fc.constantFrom('_x000D_', '_x000D', '_', 'x000D_', '_x0007_', '\r\n', '\ufeff', ...alphabet),
    fc.string({ unit: 'binary', maxLength: 2 }).filter((cell) => !unstorable.test(cell)),
  )
  const cell = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''))
  await fc.assert(
    fc.asyncProperty(fc.array(cell, { minLength: 100, maxLength: 200 }), async (cells) => {
      const file = await written(...cells.map((note) => rowOf(['a@example.org', note])))
      const { cells: rows } = await read(file)
      expect(rows.slice(1).map(([, note]) => note)).toEqual(cells)
    }),
    { numRuns: 3 },
  )
}, 30_000)

// eslint-disable-next-line no-control-regex
const unstorable = /[\0-\b\v\f\x0e-\x1f\ufffe\uffff\ud800-\udfff]/u

test('what XML or a cell cannot hold is replaced or cut, so that the file opens', async () => {
  const file = await written(
    rowOf(['bell \u0007', 'half \ud83d']),
    rowOf(['a', 'x'.repeat(40_000)]),
  )
  const { cells } = await read(file)
  expect(cells[1]?.slice(0, 2)).toEqual(['bell \ufffd', 'half \ufffd'])
  expect(cells[2]?.[1]).toBe('x'.repeat(32_767))
  expect(await workbookFlaws(file)).toEqual([])
})

test('the cell that has the problem is marked, and no other', async () => {
  const sheet = await sheetOf(
    await written(
      rowOf(['broken', 'x'], [problem('invalid-email', 'email', { value: 'broken' })]),
      rowOf(['', 'x'], [problem('missing-value', 'email')]),
      rowOf(['a@example.org', 'x']),
    ),
  )
  const styles = [...sheet.matchAll(/<c r="([AB][2-4])" s="(\d)"/g)].map(([, cell, s]) => [cell, s])
  expect(Object.fromEntries(styles)).toEqual({
    A2: '5',
    B2: '3',
    A3: '5',
    B3: '3',
    A4: '3',
    B4: '3',
  })
})

test('what begins as a formula is text for good, also in a header and in a bad cell', async () => {
  const sheet = await sheetOf(
    await written(rowOf(['=1+1', '+49'], [problem('invalid-email', 'email', { value: '=1+1' })])),
  )
  expect(sheet).toContain('<c r="B1" s="2" t="inlineStr">')
  expect(sheet).toContain('<c r="A2" s="6" t="inlineStr">')
  expect(sheet).toContain('<c r="B2" s="4" t="inlineStr">')
  expect(sheet).not.toContain('<f')
})

test('Excel finds nothing to repair', async () => {
  const rows = awkward.map((note) => rowOf(['a@example.org', note, 'surplus']))
  expect(await workbookFlaws(await written(...rows))).toEqual([])
  expect(await workbookFlaws(await written())).toEqual([])
})

test('whoever leaves before the end ends where the rows come from', async () => {
  const ended = Promise.withResolvers<void>()
  let taken = 0
  async function* pages() {
    try {
      for (; ; taken += 1) yield [rowOf(['a@example.org', 'x'.repeat(10_000)])]
    } finally {
      ended.resolve()
    }
  }
  const workbook = writeXlsx(reportTable(mapping, 'en'), pages())
  workbook.on('data', () => {
    if (taken > 0) workbook.destroy()
  })
  await expect(ended.promise).resolves.toBeUndefined()
})

test('where the rows break off, so does the file', async () => {
  const workbook = writeXlsx(reportTable(mapping, 'en'), brokenPages())
  await expect(buffer(workbook)).rejects.toThrow('The database is gone.')
})

async function* brokenPages() {
  yield [rowOf(['a@example.org', 'x'])]
  throw new Error('The database is gone.')
}

const officeIsThere = await promisify(execFile)('soffice', ['--version']).then(
  () => true,
  () => false,
)

test.runIf(officeIsThere)(
  'LibreOffice opens it, and what it saves has the same cells',
  async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'roster report-'))
    try {
      const file = await written(...awkward.map((note) => rowOf(['a@example.org', note])))
      const { cells } = await read(file)
      await writeFile(path.join(folder, 'report.xlsx'), file)
      const profile = `-env:UserInstallation=file://${encodeURI(folder)}/profile`
      const csv = 'csv:Text - txt - csv (StarCalc):44,34,76'
      for (const [format, name] of [
        [csv, 'report.csv'],
        ['ods', 'report.ods'],
      ] as const) {
        const options = ['--headless', '--convert-to', format, '--outdir', folder, 'report.xlsx']
        // eslint-disable-next-line no-await-in-loop -- One profile serves one program at a time.
        await promisify(execFile)('soffice', [profile, ...options], { cwd: folder })
        // eslint-disable-next-line no-await-in-loop
        const saved = await read(await readFile(path.join(folder, name)))
        expect(filled(saved.cells)).toEqual(filled(cells))
      }
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  },
  60_000,
)

/** Programs may leave out the empty cells at a row's end. */
function filled(rows: readonly (readonly string[])[]): readonly (readonly string[])[] {
  return rows.map((cells) => cells.slice(0, cells.findLastIndex((cell) => cell !== '') + 1))
}
