import type { FileCases } from '../file-case.ts'

const ada = ['ada@example.org', 'Ada', 'Lovelace']
const lise = ['lise@example.org', 'Lise', 'Meitner']

export const lines: FileCases = {
  title: 'Lines and quotes',
  introduction:
    'Quotation marks are understood as RFC 4180 says, and as people write them. A row keeps the line in which it begins, whatever stands above.',
  cases: [
    {
      title: 'Line ends of Windows, Unix and old Macs, mixed as they come',
      source: {
        text: 'ada@example.org,Ada,Lovelace\r\nlise@example.org,Lise,Meitner\rada@example.org,Ada,Lovelace\n',
      },
      expected: { rows: [ada, lise, ada] },
    },
    {
      title: 'Blank lines, and lines with nothing but delimiters',
      source: {
        text: '\nada@example.org;Ada;Lovelace\n\n;;\n  ; ;\nlise@example.org;Lise;Meitner\n;;\n;;\n',
      },
      expected: { rows: [ada, lise] },
    },
    {
      title: 'Quoted cells with delimiters, quotation marks and line ends in them',
      source: {
        text: 'email,first name,last name,note\n"ada@example.org","Ada ""the first""","Lovelace, Countess","two\nlines"\nlise@example.org,Lise,Meitner,\n',
      },
      expected: {
        rows: [['ada@example.org', 'Ada "the first"', 'Lovelace, Countess'], lise],
      },
    },
    {
      title: 'Blanks between a delimiter and a quotation mark',
      source: { text: 'ada@example.org, "Ada", "Lovelace" \n' },
      expected: { rows: [ada] },
    },
    {
      title: 'Quotation marks that enclose nothing',
      source: { text: 'ada@example.org,Ada "the first" Byron,Lovelace\n' },
      expected: { rows: [['ada@example.org', 'Ada "the first" Byron', 'Lovelace']] },
    },
    {
      title: 'A quotation mark that is never closed: the line where it opens',
      source: { text: 'ada@example.org,Ada,Lovelace\nlise@example.org,"Lise,Meitner\n' },
      expected: {
        refused:
          'The source cannot be read at line 2: the quotation mark that opens there is never closed. Close it, or remove it.',
      },
    },
    {
      title: 'A quotation mark that only a later line closes by chance',
      source: {
        text: 'ada@example.org,"Ada,Lovelace\nlise@example.org,Lise,"Meitner"\n',
      },
      expected: {
        refused:
          'The source cannot be read at line 1: the quotation mark that opens there is never closed. Close it, or remove it.',
      },
    },
    {
      title: 'Rows with fewer or more cells than the others: a problem in that row',
      source: {
        text: 'email,first,last\nada@example.org,Ada,Lovelace\nlise@example.org,Lise\nlise@example.org,Lise,Meitner,Vienna\n',
      },
      expected: { rows: [ada, ['! missing-value'], ['! too-many-cells']] },
    },
    {
      title: 'Nothing at all',
      source: { text: '\n\n' },
      expected: { refused: 'The source has no data rows.' },
    },
  ],
}
