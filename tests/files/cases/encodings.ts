import iconv from 'iconv-lite'
import type { FileCases } from '../file-case.ts'

const people = 'email;first name;last name\nada@example.org;Jürgen;Müller\n'
const rows = [['ada@example.org', 'Jürgen', 'Müller']]

export const encodings: FileCases = {
  title: 'Encodings',
  introduction:
    'Which bytes stand for which letters. It is found by looking, shown, and can be chosen. No byte is ever replaced in silence.',
  cases: [
    {
      title: 'UTF-8',
      source: { text: people },
      expected: { source: { encoding: 'utf-8' }, notices: [], rows },
    },
    {
      title: 'UTF-8 with a byte-order mark, which does not stick to the first column',
      source: { text: `\uFEFF${people}` },
      expected: { source: { encoding: 'utf-8' }, mapping: mapping(), rows },
    },
    {
      title: 'Windows-1252, as Excel saves “CSV” in Western Europe',
      source: { text: people, encoding: 'windows-1252' },
      expected: { source: { encoding: 'windows-1252' }, notices: [], rows },
    },
    {
      title: 'UTF-16, as Excel saves “Unicode text”',
      source: {
        bytes: () =>
          iconv.encode(people.replaceAll(';', '\t').replace('Jürgen', 'Łukasz'), 'utf-16le', {
            addBOM: true,
          }),
        shown: 'UTF-16 (little endian) with a byte-order mark, and tabs',
      },
      expected: {
        source: { encoding: 'utf-16le', delimiter: '\t' },
        rows: [['ada@example.org', 'Łukasz', 'Müller']],
      },
    },
    {
      title: 'UTF-16 without a mark, big endian',
      source: { text: people, encoding: 'utf-16be' },
      expected: { source: { encoding: 'utf-16be' }, rows },
    },
    {
      title:
        'Mac Roman, guessed as Windows-1252: the odd word is noticed, and the encoding suggested',
      source: { text: people, encoding: 'macintosh' },
      expected: {
        source: { encoding: 'windows-1252' },
        notices: ['doubtful-encoding'],
        rows: [['ada@example.org', 'JŸrgen', 'MŸller']],
      },
    },
    {
      title: 'Mac Roman, chosen',
      source: { text: people, encoding: 'macintosh' },
      options: { encoding: 'macintosh' },
      expected: { source: { encoding: 'macintosh' }, notices: [], rows },
    },
    {
      title: 'Code page 850, as DOS programs write it',
      source: { text: people, encoding: 'cp850' },
      options: { encoding: 'cp850' },
      expected: { source: { encoding: 'cp850' }, notices: [], rows },
    },
    {
      title: 'Code page 850, not chosen: the sentence names the place and the encoding',
      source: { text: people, encoding: 'cp850' },
      expected: {
        refused:
          'The source cannot be read at line 2, column 18: there are bytes that are no text in the encoding windows-1252. They make sense in cp850: choose that, or save the file as UTF-8.',
      },
    },
    {
      title: 'ISO 8859-15, with œ and the euro sign',
      source: { text: people.replace('Jürgen', 'Cœlia'), encoding: 'iso-8859-15' },
      options: { encoding: 'iso-8859-15' },
      expected: { rows: [['ada@example.org', 'Cœlia', 'Müller']] },
    },
    {
      title: 'Windows-1250, for the languages of Central Europe',
      source: { text: people.replace('Müller', 'Wałęsa'), encoding: 'windows-1250' },
      options: { encoding: 'windows-1250' },
      expected: { rows: [['ada@example.org', 'Jürgen', 'Wałęsa']] },
    },
    {
      title: 'Windows-1251, for Cyrillic',
      source: { text: 'ivan@example.org;Иван;Иванов\n', encoding: 'windows-1251' },
      options: { encoding: 'windows-1251' },
      expected: { rows: [['ivan@example.org', 'Иван', 'Иванов']] },
    },
    {
      title:
        'Letters that were damaged before, by saving the file in a wrong encoding, are noticed',
      source: { text: people.replace('Jürgen', 'JÃ¼rgen') },
      expected: {
        source: { encoding: 'utf-8' },
        notices: ['damaged-letters'],
        rows: [['ada@example.org', 'JÃ¼rgen', 'Müller']],
      },
    },
    {
      title: 'One stray byte of Windows-1252 in UTF-8: its place is named',
      source: {
        bytes: () =>
          Buffer.concat([
            Buffer.from(people),
            iconv.encode('zoe@example.org;Zoë;Smith\n', 'windows-1252'),
          ]),
        shown: 'UTF-8, but for the ë in line 3',
      },
      expected: {
        refused:
          'The source cannot be read at line 3, column 19: there are bytes that are no text in the encoding utf-8. Choose the right encoding, or save the file as UTF-8.',
      },
    },
    {
      title: 'A choice that the byte-order mark contradicts',
      source: { text: '\uFEFFada@example.org;Ada;Lovelace', encoding: 'utf-16le' },
      options: { encoding: 'utf-8' },
      expected: {
        refused:
          'The source cannot be read at line 1, column 1: there are bytes that are no text in the encoding utf-8. They make sense in utf-16le: choose that, or save the file as UTF-8.',
      },
    },
    {
      title: 'Something that is no text at all',
      source: {
        bytes: () => Buffer.from(Array.from({ length: 256 }, (_, byte) => byte)),
        shown: 'all 256 bytes in a row',
      },
      expected: {
        refused:
          'The source cannot be read: it is neither text nor a workbook. Export it as CSV or XLSX.',
      },
    },
  ],
}

function mapping() {
  return { email: 'email', firstName: 'first name', lastName: 'last name' }
}
