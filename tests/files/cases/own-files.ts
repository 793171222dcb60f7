import { buffer } from 'node:stream/consumers'
import { problem } from '../../../src/domain/problem.ts'
import type { Mapping } from '../../../src/domain/mapping.ts'
import { reportTable } from '../../../src/http/report/report-table.ts'
import { writeXlsx } from '../../../src/http/report/workbook/write-xlsx.ts'
import { writeCsvTemplate } from '../../../src/http/template/write-csv-template.ts'
import { writeXlsxTemplate } from '../../../src/http/template/write-xlsx-template.ts'
import { operationNamed } from '../../../src/operations/index.ts'
import type { PlannedRow } from '../../../src/verify/planned-row.ts'
import type { FileCases } from '../file-case.ts'

const template = {
  operation: operationNamed('invite-users'),
  language: 'de',
  rooms: [],
} as const

const mapping: Mapping = {
  header: true,
  columns: ['email', 'first name', 'last name'].map((title, index) => ({
    index,
    title,
    secret: false,
  })),
  fields: { email: 0, firstName: 1, lastName: 2 },
  reasons: {},
}

const report: readonly PlannedRow[] = [
  {
    ...rowAt(2),
    state: 'done',
    cells: ['ada@example.net', 'Ada', 'Lovelace'],
  },
  {
    ...rowAt(3),
    state: 'error',
    cells: ['alan@example.net', '=Alan', '+Turing'],
    problems: [problem('invalid-email', 'email', { value: 'broken' })],
  },
]

export const ownFiles: FileCases = {
  title: 'Files that Roster itself writes',
  introduction:
    'Templates and reports. They are read as they were written, whatever their cells begin with: in workbooks every cell is text.',
  cases: [
    {
      title: 'A template as a workbook, with nothing filled in',
      source: {
        bytes: () => writeXlsxTemplate(template),
        shown: 'The German template of *Invite users*, as it is downloaded.',
      },
      expected: { refused: 'The source has no data rows.' },
    },
    {
      title: 'A German template as CSV, filled in',
      source: { text: `${writeCsvTemplate(template)}ada@example.net;Ada;Lovelace\r\n` },
      expected: { source: { delimiter: ';' }, rows: [['ada@example.net', 'Ada', 'Lovelace']] },
    },
    {
      title: 'A report as a workbook, its row with a problem corrected',
      source: {
        bytes: () => buffer(writeXlsx(reportTable(mapping, 'en'), pagesOf(report))),
        shown:
          'A report whose first row was done. The names of the second begin as formulas do (`=Alan`, `+Turing`).',
      },
      earlier: 'email,first name,last name\nada@example.net,Ada,Lovelace\nbroken,=Alan,+Turing\n',
      expected: { notices: ['rows-done'], rows: [['alan@example.net', '=Alan', '+Turing']] },
    },
  ],
}

function rowAt(line: number) {
  return {
    row: line - 1,
    line,
    values: {},
    fixed: [],
    leftOut: false,
    problems: [],
    notices: [],
    changes: [],
    position: line,
    leader: null,
  } as const
}

async function* pagesOf<T>(rows: readonly T[]): AsyncGenerator<readonly T[]> {
  yield rows
}
