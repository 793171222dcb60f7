import { readFile } from 'node:fs/promises'
import { writeXlsx } from 'hucre/xlsx'
import { makeArchive, makeOds, makeXlsx } from '../../../src/ingest/testing/make-archive.ts'
import type { CaseSource, FileCases } from '../file-case.ts'

/** A workbook that LibreOffice wrote. */
function fixture(name: string, shown: string): CaseSource {
  const path = new URL(`../../fixtures/workbooks/${name}`, import.meta.url)
  return { bytes: () => readFile(path), shown }
}

/** A row of an XLSX sheet: texts, or the XML of cells. */
function row(...cells: readonly string[]): string {
  const xml = cells.map((cell) =>
    cell.startsWith('<c') ? cell : `<c t="inlineStr"><is><t>${cell}</t></is></c>`,
  )
  return `<row>${xml.join('')}</row>`
}

const header = row('E-Mail', 'First name', 'Last name')
const ada = row('ada@example.org', 'Ada', 'Lovelace')
const people = [
  ['ada@example.org', 'Ada', 'Lovelace'],
  ['grace@example.org', 'Grace', 'Hopper'],
]

const course = {
  notices: ['hidden-rows', 'hidden-columns', 'merged-cells'],
  rows: [
    ['ada@example.org', 'room 1', 'Participant'],
    ['grace@example.org', 'room 1', 'Participant'],
    ['zoe@example.org', 'room 2', 'Participant'],
  ],
} as const

export const workbooks: FileCases = {
  title: 'Workbooks',
  introduction:
    'XLSX and ODS, also as templates (`.xltx`, `.ots`) and with macros (`.xlsm`), which are not run. Cells are read as people see them: of a formula its value, of a link its text.',
  cases: [
    {
      title: 'A workbook that a program wrote',
      source: {
        bytes: () =>
          writeXlsx({
            sheets: [{ name: 'People', rows: [['E-Mail', 'First name', 'Last name'], ...people] }],
          }),
        shown: 'A sheet with a header and two people',
      },
      expected: { source: { format: 'xlsx', sheet: 'People' }, notices: [], rows: people },
    },
    ...(['xlsx', 'ods'] as const).map((format) => ({
      title: `${format.toUpperCase()} of LibreOffice: links, formulas, merged and hidden cells, several sheets`,
      operation: 'remove-users-from-rooms',
      source: fixture(
        `course.${format}`,
        'A cover with one address, the list of participants (one row filtered away, one column hidden, a room merged over two rows, an address as a link and one as a formula), and a hidden sheet',
      ),
      expected: {
        source: { format, sheet: 'Participants' },
        notices: course.notices,
        rows: course.rows.map(([address]) => [address]),
      },
    })),
    {
      title: 'Another sheet than the obvious one is chosen by its name, also one that is hidden',
      operation: 'remove-users-from-rooms',
      source: fixture('course.ods', 'The same workbook'),
      options: { sheet: 'Old' },
      expected: {
        source: { sheet: 'Old' },
        notices: ['hidden-sheet'],
        rows: [['alan@example.org']],
      },
    },
    {
      title: 'A room that is merged over its members is the room of each',
      operation: 'assign-users-to-rooms',
      source: {
        bytes: () =>
          makeXlsx([
            {
              name: 'Rooms',
              rows: `<row><c r="A1" t="inlineStr"><is><t>Room</t></is></c><c r="B1" t="inlineStr"><is><t>E-Mail</t></is></c><c r="C1" t="inlineStr"><is><t>Role</t></is></c></row>
                <row><c r="A2" t="inlineStr"><is><t>room 1</t></is></c><c r="B2" t="inlineStr"><is><t>ada@example.org</t></is></c><c r="C2" t="inlineStr"><is><t>Moderator</t></is></c></row>
                <row><c r="B3" t="inlineStr"><is><t>grace@example.org</t></is></c><c r="C3" t="inlineStr"><is><t>Guest</t></is></c></row>`,
              below: '<mergeCells><mergeCell ref="A2:A3"/></mergeCells>',
            },
          ]),
        shown: 'A column of rooms in which `room 1` is merged over two rows',
      },
      expected: {
        notices: ['merged-cells'],
        rows: [
          ['ada@example.org', 'room 1', 'Moderator'],
          ['grace@example.org', 'room 1', 'Guest'],
        ],
      },
    },
    {
      title: 'Formulas that no program has calculated yet are empty, and that is said',
      source: {
        bytes: () =>
          makeXlsx([
            {
              name: 'a',
              rows: header + row('ada@example.org', 'Ada', '<c><f>UPPER(D2)</f></c>'),
            },
          ]),
        shown: 'A last name that is `=UPPER(D2)`, written by a script',
      },
      expected: { notices: ['formulas-without-value'], rows: [['! missing-value']] },
    },
    {
      title: 'Numbers keep the leading zeros that they are shown with',
      source: {
        bytes: () =>
          makeXlsx(
            [
              {
                name: 'a',
                rows: header + row('ada@example.org', '<c s="1"><v>7</v></c>', 'Lovelace'),
              },
            ],
            {
              styles:
                '<numFmts><numFmt numFmtId="170" formatCode="000"/></numFmts><cellXfs><xf/><xf numFmtId="170"/></cellXfs>',
            },
          ),
        shown: 'A first name that is the number 7, shown as 007',
      },
      expected: { rows: [['ada@example.org', '007', 'Lovelace']] },
    },
    {
      title: 'Rows and columns that have a format and nothing else are none',
      source: {
        bytes: () =>
          makeOds([
            {
              name: 'a',
              rows: `<table:table-row><table:table-cell><text:p>ada@example.org</text:p></table:table-cell><table:table-cell><text:p>Ada</text:p></table:table-cell><table:table-cell><text:p>Lovelace</text:p></table:table-cell><table:table-cell table:number-columns-repeated="16381"/></table:table-row>
                <table:table-row table:number-rows-repeated="1048575"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>`,
            },
          ]),
        shown: 'One person, in a sheet of 1,048,576 rows and 16,384 columns',
      },
      expected: { rows: [['ada@example.org', 'Ada', 'Lovelace']] },
    },
    {
      title: 'Macros are not run',
      source: {
        bytes: () =>
          makeXlsx([{ name: 'a', rows: header + ada }], {
            more: [{ name: 'xl/vbaProject.bin', content: 'Sub Auto_Open()' }],
          }),
        shown: 'A workbook with a macro (`.xlsm`)',
      },
      expected: { notices: ['macros'], rows: people.slice(0, 1) },
    },
    {
      title: 'The old format of Excel',
      source: fixture('course.xls', 'A workbook of Excel 97 (`.xls`)'),
      expected: {
        refused:
          'The source cannot be read: it is in the old Excel format (.xls). Save it as XLSX or CSV.',
      },
    },
    {
      title: 'A table of text under the name of a workbook',
      source: {
        text: 'E-Mail\tFirst name\tLast name\nada@example.org\tAda\tLovelace\n',
        encoding: 'utf-16le',
      },
      expected: { source: { format: 'csv', delimiter: '\t' }, rows: people.slice(0, 1) },
    },
    {
      title: 'A web page under the name of a workbook',
      source: { text: '<html><table><tr><td>ada@example.org</td></tr></table></html>' },
      expected: {
        refused:
          'The source cannot be read: it is a web page or XML, whatever its name says. Open it in a spreadsheet program and save it as XLSX or CSV.',
      },
    },
    {
      title: 'A binary workbook of Excel',
      source: {
        bytes: () =>
          makeArchive([
            { name: '[Content_Types].xml', content: '<Types/>' },
            { name: 'xl/workbook.bin', content: '' },
          ]),
        shown: 'A workbook in the format `.xlsb`',
      },
      expected: {
        refused:
          'The source cannot be read: it is a binary Excel workbook (.xlsb). Save it as XLSX or CSV.',
      },
    },
    ...(['xlsx', 'ods'] as const).map((format) => ({
      title: `${format.toUpperCase()} behind a password`,
      source: fixture(
        `protected.${format}`,
        'A workbook that asks for a password when it is opened',
      ),
      expected: {
        refused:
          'The source cannot be read: it is protected by a password. Save a copy without one.',
      },
    })),
    {
      title: 'A document of Word',
      source: {
        bytes: () =>
          makeArchive([
            { name: '[Content_Types].xml', content: '<Types/>' },
            { name: 'word/document.xml', content: '' },
          ]),
        shown: 'A list as a table in a `.docx`',
      },
      expected: {
        refused:
          'The source cannot be read: it is a text document, such as of Word. Copy its table and paste it as text, or save the table as XLSX or CSV.',
      },
    },
    {
      title: 'A document of Numbers',
      source: {
        bytes: () => makeArchive([{ name: 'Index/Document.iwa', content: '' }]),
        shown: 'A table in a `.numbers`',
      },
      expected: {
        refused:
          'The source cannot be read: it is a document of Numbers, Pages or Keynote. Export it as XLSX or CSV.',
      },
    },
    {
      title: 'An archive with a list in it',
      source: {
        bytes: () => makeArchive([{ name: 'people.csv', content: 'ada@example.org,Ada,Lovelace' }]),
        shown: 'A `.zip` with a CSV file',
      },
      expected: {
        refused:
          'The source cannot be read: it is a zip archive, not a workbook. Unpack it, and bring the file that is in it.',
      },
    },
    {
      title: 'A workbook that was cut off on its way',
      source: {
        bytes: () => makeXlsx([{ name: 'a', rows: header + ada }]).subarray(0, -40),
        shown: 'The first part of a download that broke off',
      },
      expected: {
        refused:
          'The source cannot be read: the file is damaged. Open it in the program that made it, and save it again.',
      },
    },
  ],
}
