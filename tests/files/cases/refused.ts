import { makeArchive, makeXlsx } from '../../../src/ingest/testing/make-archive.ts'
import type { FileCase, FileCases } from '../file-case.ts'

const header = 'email,first name,last name\n'
const damaged =
  'The source cannot be read: the file is damaged. Open it in the program that made it, and save it again.'

/** A workbook that a program would not write. */
function workbook(title: string, shown: string, bytes: () => Buffer, refused: string): FileCase {
  return { title, source: { bytes, shown }, expected: { refused } }
}

function archiveWith(name: string): Buffer {
  return makeArchive([
    { name: '[Content_Types].xml', content: '<Types/>' },
    { name: 'xl/workbook.xml', content: '<workbook/>' },
    { name, content: 'ada@example.org' },
  ])
}

/** What is too much, or meant to harm. */
export const refused: FileCases = {
  title: 'Too much, or meant to harm',
  introduction:
    'Each limit is a setting (see the README), and its sentence names it. These are refused before they fill the memory, whoever else works meanwhile is not kept waiting, and nothing of them is stored.',
  cases: [
    {
      title: 'More columns than a list of people has',
      source: {
        bytes: () => Buffer.from(`${header}ada@example.org${','.repeat(1_000)}\n`),
        shown: 'A row with 1,001 cells',
      },
      expected: {
        refused:
          'The source cannot be read at line 2: the row there has more than 1,000 cells. Is the delimiter the right one? If it is, raise ROSTER_MAX_COLUMNS.',
      },
    },
    {
      title: 'A cell that is a book',
      source: {
        bytes: () => Buffer.from(`${header}ada@example.org,${'a'.repeat(100_001)},Lovelace\n`),
        shown: 'A cell of 100,001 characters',
      },
      expected: {
        refused:
          'The source cannot be read at line 2: a cell there has more than 100,000 characters. Is the delimiter the right one, and is every quotation mark closed? If so, raise ROSTER_MAX_CELL.',
      },
    },
    {
      title: 'A text without lines',
      source: {
        bytes: () => Buffer.from('x'.repeat(1_100_000)),
        shown: 'More than a million characters without a line break',
      },
      expected: {
        refused:
          'The source cannot be read at line 1: the row there has more than 1,000,000 characters. Is it a table, with one row per line?',
      },
    },
    {
      title: 'Zero bytes in a text',
      source: {
        bytes: () => Buffer.from(`${header}ada@example.org,A\0da,Lovelace\n`),
        shown: 'A name with a zero byte in it',
      },
      expected: {
        refused:
          'The source cannot be read: it is neither text nor a workbook. Export it as CSV or XLSX.',
      },
    },
    workbook(
      'A bomb: a small workbook that unpacks to a huge one',
      'A sheet of 20 MB of blanks, packed into 20 kB',
      () => makeXlsx([{ name: 'A', rows: ' '.repeat(20_000_000) }]),
      'A part of the workbook unpacks to more than 200 times its size, which real tables do not. Save it as CSV, or raise ROSTER_MAX_RATIO.',
    ),
    workbook(
      'An entity bomb: XML that declares texts made of texts',
      'A sheet with a document type',
      () => makeXlsx([{ name: 'A', rows: '<!DOCTYPE a [<!ENTITY b "&c;&c;">]>&b;' }]),
      damaged,
    ),
    workbook(
      'An archive that names a place outside of it',
      'A workbook with an entry `../../etc/passwd`',
      () => archiveWith('../../etc/passwd'),
      damaged,
    ),
    workbook(
      'An archive with two entries of one name',
      'A workbook that could be read in two ways',
      () => archiveWith('xl/workbook.xml'),
      damaged,
    ),
  ],
}
