import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { makeArchive, makeOds, makeXlsx } from '../testing/make-archive.ts'
import { open, problemOf, read } from '../testing/read-source.ts'

const person = '<row r="1"><c r="A1" t="inlineStr"><is><t>Ada</t></is></c></row>'
const odsPerson =
  '<table:table-row><table:table-cell><text:p>Ada</text:p></table:table-cell></table:table-row>'

describe('the cells of an XLSX sheet', () => {
  test('are what people see', async () => {
    const cells = `<row r="3">
      <c r="A3" t="s"><v>1</v></c>
      <c r="B3" t="inlineStr"><is><t>in</t><r><t>line</t></r><rPh><t>reading</t></rPh></is></c>
      <c r="C3" t="b"><v>1</v></c><c r="D3" t="b"><v>0</v></c>
      <c r="E3"><v>1.2345E4</v></c><c r="F3"><v>0.30000000000000004</v></c>
      <c r="G3" t="str"><f>A1&amp;B1</f><v>cached</v></c>
      <c r="H3" s="1"><v>46082</v></c><c r="I3" s="2"><v>46082.395833333336</v></c>
      <c r="J3" s="3"><v>1234</v></c><c r="K3" t="e"><v>#N/A</v></c>
    </row>`
    const { rows } = await read(
      makeXlsx([{ name: 'a', rows: cells }], {
        strings:
          '<si><t>zero</t></si><si><r><t>rich </t></r><r><t xml:space="preserve">te_x000A_xt</t></r></si>',
        styles: `<numFmts><numFmt numFmtId="170" formatCode="dd/mm/yyyy\\ hh:mm"/>
          <numFmt numFmtId="171" formatCode="00000"/></numFmts>
          <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>
          <cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="170"/><xf numFmtId="171"/></cellXfs>`,
      }),
    )
    expect(rows).toEqual([
      {
        line: 3,
        cells: [
          'rich te\nxt',
          'inline',
          'TRUE',
          'FALSE',
          '12345',
          '0.3',
          'cached',
          '2026-03-01',
          '2026-03-01T09:30:00',
          '01234',
          '#N/A',
        ],
      },
    ])
  })

  test('stand in their columns, and blank rows are skipped', async () => {
    const rows = `<row r="2"><c r="A2" t="inlineStr"><is><t> </t></is></c></row>
      <row r="1048576"><c r="C1048576"><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>`
    expect((await read(makeXlsx([{ name: 'a', rows }]))).rows).toEqual([
      { line: 1_048_576, cells: ['', '', '1', '2'] },
      { line: 1_048_577, cells: ['3'] },
    ])
  })

  test('may be dates counted from 1904', async () => {
    const book = makeXlsx(
      [{ name: 'a', rows: '<row><c s="0"><v>0.5</v></c><c s="0"><v>44620</v></c></row>' }],
      {
        styles: '<cellXfs><xf numFmtId="22"/></cellXfs>',
        workbook: '<workbookPr date1904="1"/>',
      },
    )
    expect((await read(book)).cells).toEqual([['12:00:00', '2026-03-01']])
  })
})

describe('the cells of an ODS sheet', () => {
  test('are what people see', async () => {
    const rows = `<table:table-row table:number-rows-repeated="2"><table:table-cell/></table:table-row>
      <table:table-row>
      <table:table-cell office:value-type="string"><text:p>a<text:s text:c="2"/>b</text:p><text:p>c<text:span>d</text:span></text:p>
        <office:annotation><text:p>note</text:p></office:annotation></table:table-cell>
      <table:table-cell table:number-columns-repeated="2" office:value-type="boolean" office:boolean-value="true"><text:p>WAHR</text:p></table:table-cell>
      <table:covered-table-cell/>
      <table:table-cell office:value-type="float" office:value="12345"><text:p>12.345,00</text:p></table:table-cell>
      <table:table-cell office:value-type="float" office:value="1234"><text:p>01234</text:p></table:table-cell>
      <table:table-cell office:value-type="date" office:date-value="2026-03-01T00:00:00"><text:p>1.3.26</text:p></table:table-cell>
      <table:table-cell office:value-type="time" office:time-value="PT09H30M00S"><text:p>9.30</text:p></table:table-cell>
      <table:table-cell office:value-type="percentage" office:value="0.5"><text:p>50 %</text:p></table:table-cell>
      <table:table-cell table:number-columns-repeated="16000"/></table:table-row>
      <table:table-row table:number-rows-repeated="1048000"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>`
    expect((await read(makeOds([{ name: 'a', rows }]))).rows).toEqual([
      {
        line: 3,
        cells: ['a  b\ncd', 'TRUE', 'TRUE', '', '12345', '01234', '2026-03-01', '09:30:00', '50%'],
      },
    ])
  })

  test('of a row that is repeated a million times are read as they are asked for', async () => {
    const rows = odsPerson.replace(
      '<table:table-row>',
      '<table:table-row table:number-rows-repeated="1000000">',
    )
    const table = await open(makeOds([{ name: 'a', rows }]))
    for await (const chunk of table.chunks) {
      expect(chunk.at(-1)).toEqual({ line: 2000, cells: ['Ada'] })
      break
    }
    expect(await problemOf(makeOds([{ name: 'a', rows }]), { rows: 5000 })).toMatchObject({
      code: 'too-many-rows',
    })
  })
})

describe.each([
  ['XLSX', makeXlsx, person],
  ['ODS', makeOds, odsPerson],
])('the sheets of %s', (_format, make, rows) => {
  const sheets = [
    { name: 'hidden', rows, hidden: true },
    { name: 'empty', rows: '' },
    { name: 'people', rows },
    { name: 'more', rows },
  ]

  test('the first visible one that is not empty is read', async () => {
    expect(await read(make(sheets))).toMatchObject({
      sheet: 'people',
      sheets: ['hidden', 'empty', 'people', 'more'],
      cells: [['Ada']],
    })
  })

  test('another can be chosen by its name', async () => {
    expect(await read(make(sheets), { sheet: 'hidden' })).toMatchObject({ sheet: 'hidden' })
  })

  test('one that does not exist is refused with those that do', async () => {
    expect(await problemOf(make(sheets), { sheet: 'People' })).toEqual({
      code: 'unknown-sheet',
      sheet: 'People',
      sheets: 'hidden, empty, people, more',
    })
  })

  test('an empty one has no rows', async () => {
    expect(await problemOf(make(sheets), { sheet: 'empty' })).toEqual({ code: 'no-rows' })
    expect(await problemOf(make(sheets.slice(1, 2)))).toEqual({ code: 'no-rows' })
  })
})

describe('archives that are no workbooks', () => {
  test.each([
    ['zip', [{ name: 'people.csv', content: 'a,b' }]],
    [
      'document',
      [
        { name: '[Content_Types].xml', content: '' },
        { name: 'word/document.xml', content: '' },
      ],
    ],
    [
      'xlsb',
      [
        { name: '[Content_Types].xml', content: '' },
        { name: 'xl/workbook.bin', content: '' },
      ],
    ],
    ['encrypted', [{ name: 'content.xml', content: '', encrypted: true }]],
  ])('%s is called by its name', async (found, entries) => {
    expect(await problemOf(makeArchive(entries))).toEqual({ code: 'unsupported-format', found })
  })

  test('an ODS with a password says so', async () => {
    const book = makeOds([{ name: 'a', rows: odsPerson }], { manifest: '<encryption-data/>' })
    expect(await problemOf(book)).toEqual({ code: 'unsupported-format', found: 'encrypted' })
  })

  test.each([
    ['cut off', makeXlsx([{ name: 'a', rows: person }]).subarray(0, -30)],
    ['nothing but a beginning', Buffer.from('PK\x03\x04rubbish')],
    ['a name that leads out', makeArchive([{ name: '../content.xml', content: '' }])],
    [
      'one name twice',
      makeArchive([
        { name: 'content.xml', content: '' },
        { name: 'content.xml', content: '' },
      ]),
    ],
    ['no XML', makeXlsx([{ name: 'a', rows: '<row><c>' }])],
    ['no UTF-8', makeArchive([{ name: 'content.xml', content: Buffer.from([0x3c, 0xff]) }])],
  ])('a damaged one is refused: %s', async (_case, bytes) => {
    expect(await problemOf(bytes)).toMatchObject({ code: 'unreadable-source', reason: 'damaged' })
  })
})

describe('hostile workbooks', () => {
  test('a bomb is refused before it is unpacked', async () => {
    const bomb = makeXlsx([{ name: 'a', rows: ' '.repeat(100_000_000) }])
    expect(bomb.length).toBeLessThan(200_000)
    expect(await problemOf(bomb)).toMatchObject({ code: 'source-too-large', reason: 'ratio' })
  })

  test('a bomb that lies about its size is not unpacked beyond it', async () => {
    const content = `<x>${' '.repeat(100_000_000)}</x>`
    const bomb = makeArchive([{ name: 'content.xml', content, declaredSize: 1000 }])
    expect(await problemOf(bomb)).toMatchObject({ reason: 'damaged' })
  })

  test('entities of its own are not expanded', async () => {
    const doctype = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>'
    expect(await problemOf(makeOds([{ name: 'a', rows: odsPerson }], { doctype }))).toMatchObject({
      reason: 'damaged',
      detail: 'a document type in a workbook',
    })
    expect(
      await problemOf(makeOds([{ name: 'a', rows: odsPerson.replace('Ada', '&a;') }])),
    ).toMatchObject({ reason: 'damaged' })
  })

  test('a row of repeated long texts is refused', async () => {
    const rows = odsPerson
      .replace('<table:table-cell>', '<table:table-cell table:number-columns-repeated="900">')
      .replace('Ada', 'x'.repeat(2000))
    expect(await problemOf(makeOds([{ name: 'a', rows }]))).toMatchObject({
      reason: 'record-too-long',
      line: 1,
    })
  })

  test('a cell far outside of any sheet is refused', async () => {
    const rows = '<row><c r="ZZZZZ1"><v>1</v></c></row>'
    expect(await problemOf(makeXlsx([{ name: 'a', rows }]))).toMatchObject({
      reason: 'too-many-cells',
    })
  })

  test('a text without end is refused', async () => {
    const noise = Array.from({ length: 600_000 }, (_, index) => index.toString(36))
      .join(' ')
      .repeat(2)
    expect(await problemOf(makeXlsx([{ name: 'a', rows: noise }]))).toMatchObject({
      reason: 'damaged',
    })
  })
})

describe('the temporary file', () => {
  let folder: string

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'ingest-'))
    vi.stubEnv('TMPDIR', folder)
  })

  afterAll(async () => {
    vi.unstubAllEnvs()
    await rm(folder, { recursive: true })
  })

  const many = makeXlsx([
    { name: 'a', rows: '<row><c t="inlineStr"><is><t>Ada</t></is></c></row>'.repeat(20_000) },
  ])

  test('has no name while the workbook is read, so that nothing can stay behind', async () => {
    const table = await open(many)
    expect(await readdir(folder)).toEqual([])
    await table.close()
  })

  test('is gone when the reader leaves or the signal aborts', async () => {
    const controller = new AbortController()
    const table = await open(many, { signal: controller.signal })
    const chunks = table.chunks[Symbol.asyncIterator]()
    expect((await chunks.next()).value).toHaveLength(2000)
    controller.abort(new Error('stopped by a person'))
    await expect(chunks.next()).rejects.toThrow('stopped by a person')
    expect(await readdir(folder)).toEqual([])
  })

  test('is gone when the upload breaks off', async () => {
    await expect(read(brokenOff(many))).rejects.toThrow('connection lost')
    expect(await readdir(folder)).toEqual([])
  })
})

async function* brokenOff(bytes: Buffer): AsyncGenerator<Buffer> {
  yield bytes.subarray(0, bytes.length / 2)
  throw new Error('connection lost')
}
