import { describe, expect, test } from 'vitest'
import { sourceNotice } from '../../domain/source-notice.ts'
import { SourceError } from '../../domain/table.ts'
import { makeArchive, makeOds, makeXlsx } from '../testing/make-archive.ts'
import { readWorkbook } from '../testing/read-workbook.ts'

const text = (reference: string, value: string) =>
  `<c r="${reference}" t="inlineStr"><is><t>${value}</t></is></c>`
const ods = (value: string, attributes = '') =>
  `<table:table-cell ${attributes}><text:p>${value}</text:p></table:table-cell>`
const odsRow = (...cells: readonly string[]) =>
  `<table:table-row>${cells.join('')}</table:table-row>`

const row = (value: string) => `<row>${text('', value)}</row>`
const body = (name: string) => ({
  name: 'content.xml',
  content: `<office:document-content><office:body><office:${name}/></office:body></office:document-content>`,
})

/** The details of the error with which reading ends. */
async function refusal(...asked: Parameters<typeof readWorkbook>) {
  const error = await readWorkbook(...asked).catch((error: unknown) => error)
  if (!(error instanceof SourceError)) throw error
  return { code: error.code, ...error.details }
}

describe('merged cells of XLSX', () => {
  const rows = `<row r="1">${text('A1', 'People')}</row>
    <row r="3">${text('A3', 'room 1')}${text('B3', 'Ada')}</row>
    <row r="4">${text('B4', 'Grace')}</row>
    <row r="5"><c r="A5"/></row>
    <row r="6">${text('A6', 'own')}${text('B6', 'Alan')}</row>
    <row r="7">${text('B7', 'Zoe')}</row>`

  test('give their text to the rows that they cover, and to no others', async () => {
    const below = `<mergeCells count="2"><mergeCell ref="A1:F1"/><mergeCell ref="A3:A6"/></mergeCells>`
    const { rows: read, notices } = await readWorkbook(makeXlsx([{ name: 'a', rows, below }]))
    expect(read).toEqual([
      { line: 1, cells: ['People'] },
      { line: 3, cells: ['room 1', 'Ada'] },
      { line: 4, cells: ['room 1', 'Grace'] },
      { line: 6, cells: ['own', 'Alan'] },
      { line: 7, cells: ['', 'Zoe'] },
    ])
    expect(notices).toEqual([sourceNotice('merged-cells', { count: 1, line: 4 })])
  })

  test('are found wherever the blocks of the file end', async () => {
    const many = Array.from(
      { length: 5000 },
      (_, at) => `<x:mergeCell ref="A${at * 2 + 1}:A${at * 2 + 2}"/>`,
    )
    const pairs = Array.from(
      { length: 5000 },
      (_, at) =>
        `<row>${text(`A${at * 2 + 1}`, `r${at}`)}</row><row>${text(`B${at * 2 + 2}`, 'x')}</row>`,
    )
    const { cells } = await readWorkbook(
      makeXlsx([
        { name: 'a', rows: pairs.join(''), below: `<mergeCells>${many.join('')}</mergeCells>` },
      ]),
    )
    expect(cells.filter((_, at) => at % 2 === 1)).toEqual(pairs.map((_, at) => [`r${at}`, 'x']))
  })

  test('a list of them without end is refused', async () => {
    const below = '<mergeCell ref="A1:A2"/>'.repeat(200_001)
    expect(await refusal(makeXlsx([{ name: 'a', rows, below }]))).toMatchObject({
      detail: 'more than 200000 merged cells',
    })
  })
})

test('merged cells of ODS give their text to the rows that they cover', async () => {
  const rows =
    odsRow(ods('People', 'table:number-columns-spanned="5"')) +
    odsRow(ods('room 1', 'table:number-rows-spanned="3"'), ods('Ada')) +
    odsRow('<table:covered-table-cell/>', ods('Grace')) +
    odsRow('<table:covered-table-cell/>') +
    odsRow('<table:table-cell/>', ods('Zoe'))
  const { cells, notices } = await readWorkbook(makeOds([{ name: 'a', rows }]))
  expect(cells).toEqual([['People'], ['room 1', 'Ada'], ['room 1', 'Grace'], ['', 'Zoe']])
  expect(notices).toEqual([sourceNotice('merged-cells', { count: 1, line: 3 })])
})

describe('what is hidden is read, and said', () => {
  test('in XLSX: rows and columns that have something in them', async () => {
    const above =
      '<cols><col min="1" max="1" hidden="1"/><col min="3" max="16384" hidden="true"/></cols>'
    const rows = `<row r="1" hidden="1">${text('A1', 'Ada')}${text('D1', 'x')}</row>
      <row r="2" hidden="1"/><row r="3">${text('A3', 'Grace')}</row>`
    const { cells, notices } = await readWorkbook(makeXlsx([{ name: 'a', rows, above }]))
    expect(cells).toEqual([['Ada', '', '', 'x'], ['Grace']])
    expect(notices).toEqual([
      sourceNotice('hidden-rows', { count: 1 }),
      sourceNotice('hidden-columns', { count: 2 }),
    ])
  })

  test('in ODS: the same, repeated rows counted', async () => {
    const rows = `<table:table-column/><table:table-column table:visibility="collapse" table:number-columns-repeated="9"/>
      <table:table-row table:visibility="filter" table:number-rows-repeated="3">${ods('Ada')}${ods('x')}</table:table-row>
      <table:table-row table:visibility="collapse"><table:table-cell/></table:table-row>`
    const { notices } = await readWorkbook(makeOds([{ name: 'a', rows }]))
    expect(notices).toEqual([
      sourceNotice('hidden-rows', { count: 3 }),
      sourceNotice('hidden-columns', { count: 1 }),
    ])
  })
})

test.each([
  [
    'XLSX',
    makeXlsx([
      {
        name: 'a',
        rows: `<row r="2">${text('A2', 'Ada')}<c><f>B1</f></c><c><f>B1</f><v></v></c><c t="str"><f>""</f><v></v></c><c><f>1</f><v>1</v></c></row>`,
      },
    ]),
  ],
  [
    'ODS',
    makeOds([
      {
        name: 'a',
        rows:
          odsRow('<table:table-cell/>') +
          odsRow(
            ods('Ada'),
            '<table:table-cell table:formula="of:=[.B1]" table:number-columns-repeated="2"/>',
            '<table:table-cell table:formula="of:=&quot;&quot;" office:value-type="string"/>',
            ods('1', 'table:formula="of:=1" office:value-type="float" office:value="1"'),
          ),
      },
    ]),
  ],
])('formulas of %s without a value are empty, and said', async (_format, book) => {
  const { cells, notices } = await readWorkbook(book)
  expect(cells).toEqual([['Ada', '', '', '', '1']])
  expect(notices).toEqual([sourceNotice('formulas-without-value', { count: 2, line: 2 })])
})

test('the texts of drawings, notes and nested tables are not the cell’s', async () => {
  const rows =
    odsRow(`<table:table-cell><office:annotation><text:p>note</text:p></office:annotation>
    <draw:rect><text:p>drawn</text:p></draw:rect><text:p>A<draw:frame><text:p>framed</text:p></draw:frame>da</text:p>
    <table:table><table:table-row>${ods('nested')}</table:table-row></table:table></table:table-cell>`)
  expect((await readWorkbook(makeOds([{ name: 'a', rows }]))).cells).toEqual([['Ada']])
})

describe('the sheet that is read unless another is chosen', () => {
  const people = row('ada@example.org') + row('grace@example.org')
  const sheets = {
    cover: row('Course') + row('office@example.org'),
    empty: '<row><c s="1"/></row>',
    help: row('Title').repeat(7) + people,
    words: row('words'),
    people,
  }

  test.each([
    [['cover', 'empty', 'people'], 'people'],
    [['words', 'people'], 'people'],
    [['words', 'help'], 'words'],
    [['cover', 'help'], 'cover'],
    [['empty', 'words'], 'words'],
  ] as const)('of %j is %s', async (names, expected) => {
    const book = makeXlsx(names.map((name) => ({ name, rows: sheets[name] })))
    expect((await readWorkbook(book)).sheet).toBe(expected)
  })

  test('is a hidden one only where all others are empty', async () => {
    const hidden = { name: 'hidden', rows: people, hidden: true }
    const words = { name: 'words', rows: sheets.words }
    const empty = { name: 'empty', rows: '' }
    expect((await readWorkbook(makeXlsx([hidden, words]))).sheet).toBe('words')
    expect((await readWorkbook(makeXlsx([hidden, empty]))).sheet).toBe('hidden')
  })
})

describe('the limits', () => {
  const wide = `<row>${text('K1', 'x')}</row>`
  const long = `<row r="4">${text('A4', 'x'.repeat(11))}</row>`

  test.each([
    ['columns', makeXlsx([{ name: 'a', rows: wide }]), { columns: 10 }, 'too-many-cells', 10, 1],
    ['a cell', makeXlsx([{ name: 'a', rows: long }]), { cellLength: 10 }, 'cell-too-long', 10, 4],
    [
      'a shared text',
      makeXlsx([{ name: 'a', rows: '<row><c t="s"><v>0</v></c></row>' }], {
        strings: `<si>${'<r><t>xx</t></r>'.repeat(9)}</si>`,
      }),
      { cellLength: 10 },
      'cell-too-long',
      10,
      1,
    ],
    [
      'a cell of ODS',
      makeOds([{ name: 'a', rows: odsRow(ods('<text:s text:c="900"/>'.repeat(9))) }]),
      { cellLength: 10 },
      'cell-too-long',
      10,
      1,
    ],
  ])('of %s are kept', async (_what, book, limits, reason, limit, line) => {
    expect(await refusal(book, limits)).toEqual({ code: 'unreadable-source', reason, limit, line })
  })

  test('of what an archive unpacks to are kept', async () => {
    const book = makeXlsx([{ name: 'a', rows: ' '.repeat(17_000_000) }])
    expect(await refusal(book, { unpackedBytes: 17_000_000 })).toEqual({
      code: 'source-too-large',
      reason: 'unpacked',
      limit: 17_000_000,
    })
    expect(await refusal(book)).toEqual({ code: 'source-too-large', reason: 'ratio', limit: 200 })
  })
})

describe('what other programs write', () => {
  test('prefixed names, missing references, dates as ISO and another case of an entry’s name', async () => {
    const book = makeArchive([
      { name: '[Content_Types].xml', content: '<Types/>' },
      {
        name: 'xl/workbook.xml',
        content:
          '<x:workbook xmlns:q="r"><x:sheets><x:sheet name="a" q:id="r1"/></x:sheets></x:workbook>',
      },
      {
        name: 'xl/_rels/workbook.xml.rels',
        content:
          '<Relationships><Relationship Id="r1" Type="http://purl.oclc.org/ooxml/officeDocument/relationships/worksheet" Target="Sheet1.xml"/></Relationships>',
      },
      {
        name: 'xl/sheet1.xml',
        content: Buffer.from(
          '\uFEFF<x:worksheet><x:sheetData><x:row><x:c t="d"><x:v>2026-03-01T00:00:00</x:v></x:c><x:c><x:v>7</x:v></x:c></x:row></x:sheetData></x:worksheet>',
          'utf16le',
        ),
      },
    ])
    expect((await readWorkbook(book)).rows).toEqual([{ line: 1, cells: ['2026-03-01', '7'] }])
  })

  test('a text that cells share and that is missing is no empty cell', async () => {
    const book = makeXlsx([{ name: 'a', rows: '<row><c t="s"><v>7</v></c></row>' }])
    expect(await refusal(book)).toMatchObject({ reason: 'damaged' })
  })

  test('bytes that are not those that were packed are refused', async () => {
    const book = makeXlsx([{ name: 'a', rows: `<row>${text('A1', 'Ada')}</row>` }], {
      more: [{ name: 'unread', content: 'x', declaredChecksum: 1 }],
    })
    expect((await readWorkbook(book)).cells).toEqual([['Ada']])
    const content =
      '<document-content><body><spreadsheet><table/></spreadsheet></body></document-content>'
    expect(
      await refusal(makeArchive([{ name: 'content.xml', content, declaredChecksum: 1 }])),
    ).toMatchObject({ detail: 'content.xml has other bytes than were packed' })
  })

  test('elements that lie too deep in each other are refused', async () => {
    const rows = '<row>'.repeat(300) + '</row>'.repeat(300)
    expect(await refusal(makeXlsx([{ name: 'a', rows }]))).toMatchObject({ reason: 'damaged' })
  })
})

describe('documents that are no workbooks are called by their name', () => {
  const types = { name: '[Content_Types].xml', content: '' }

  test.each([
    ['document', [body('text')]],
    ['presentation', [body('presentation')]],
    ['office', [body('drawing')]],
    ['document', [types, { name: 'word/document.xml', content: '' }]],
    ['presentation', [types, { name: 'ppt/presentation.xml', content: '' }]],
    ['office', [types, { name: 'visio/document.xml', content: '' }]],
    ['apple', [{ name: 'Index/Document.iwa', content: '' }]],
    ['zip', [{ name: 'people.csv', content: '' }]],
  ])('%s', async (found, entries) => {
    expect(await refusal(makeArchive(entries))).toEqual({ code: 'unsupported-format', found })
  })
})
