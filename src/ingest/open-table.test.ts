import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import * as fc from 'fast-check'
import iconv from 'iconv-lite'
import { describe, expect, test } from 'vitest'
import { sourceEncodings } from '../domain/source-encodings.ts'
import { SourceError } from '../domain/table.ts'
import { open, problemOf, read } from './testing/read-source.ts'

const fixture = (name: string) => readFile(new URL(`../../tests/fixtures/${name}`, import.meta.url))

describe('real files', () => {
  test('an export of a German Excel: Windows-1252, semicolons, blank rows', async () => {
    expect(await read(await fixture('german-excel.csv'))).toMatchObject({
      format: 'csv',
      encoding: 'windows-1252',
      delimiter: ';',
      sheet: null,
      sheets: [],
      rows: [
        { line: 1, cells: ['E-Mail-Adresse', 'Vorname', 'Nachname', 'Räume', 'Rolle'] },
        { line: 2, cells: expect.arrayContaining(['Jürgen', 'Müller']) },
        { line: 3, cells: expect.arrayContaining(['room 1,room 2']) },
        { line: 4, cells: expect.arrayContaining(['Strauß']) },
      ],
    })
  })

  test('UTF-16 with tabs', async () => {
    const { encoding, delimiter, cells } = await read(await fixture('utf16-tabs.txt'))
    expect({ encoding, delimiter, cell: cells[2]?.[0] }).toEqual({
      encoding: 'utf-16le',
      delimiter: '\t',
      cell: 'Łukasiewicz',
    })
  })

  test('UTF-8 with a byte-order mark, which is no part of the first cell', async () => {
    const { encoding, cells } = await read(await fixture('bom-utf8.csv'))
    expect({ encoding, cell: cells[0]?.[0] }).toEqual({ encoding: 'utf-8', cell: 'email' })
  })

  test.each(['people.xlsx', 'people.ods'])('the workbook %s', async (name) => {
    expect(await read(await fixture(name))).toMatchObject({
      format: name.slice(-4).replace('.', ''),
      encoding: null,
      delimiter: null,
      sheet: 'people',
      sheets: ['people'],
      rows: [
        { line: 1, cells: ['E-mail', 'First name', 'Last name', 'Room', 'Role'] },
        { line: 2, cells: ['ines@example.org', 'Inês', 'Araújo', 'room 1', 'Participant'] },
        { line: 3, cells: ['tom@example.org', 'Tom', "O'Neil, Jr.", 'room 2', 'Moderator'] },
        { line: 4, cells: ['yuki@example.org', '雪', '田中', 'room 1,room 2', 'Spectator'] },
      ],
    })
  })

  test('pasted text', async () => {
    expect(await read('ada@x.org\tAda', { kind: 'text' })).toMatchObject({
      format: 'text',
      delimiter: '\t',
    })
  })
})

describe('encodings', () => {
  test('ASCII up to the end is UTF-8', async () => {
    expect(await read('a,b')).toMatchObject({ encoding: 'utf-8' })
  })

  test.each([
    ['utf-8', 'é'],
    ['windows-1252', '€'],
  ])('a first %s character far behind decides', async (encoding, character) => {
    const text = `${'a,b\n'.repeat(100_000)}${character},c\n`
    const result = await read(iconv.encode(text, encoding))
    expect(result).toMatchObject({ encoding, rows: { length: 100_001 } })
    expect(result.cells.at(-1)).toEqual([character, 'c'])
  })

  test.each(['utf-16le', 'utf-16be'])('%s without a mark is recognised', async (name) => {
    const { encoding, cells } = await read(iconv.encode('email,name\na@x.org,Zoë\n', name))
    expect({ encoding, cells }).toEqual({
      encoding: name,
      cells: [
        ['email', 'name'],
        ['a@x.org', 'Zoë'],
      ],
    })
  })

  test('what is no UTF-8 after some that was is an error with its line', async () => {
    const bytes = Buffer.concat([Buffer.from('a\né\nb\nc'), Buffer.from([0xfc]), Buffer.from('\n')])
    expect(await problemOf(bytes)).toEqual({
      code: 'unreadable-source',
      reason: 'invalid-bytes',
      encoding: 'utf-8',
      line: 4,
      column: 2,
    })
  })

  test.each([
    ['utf-8', [0x61, 0x0a, 0xc3], 2],
    ['utf-16le', [0x61, 0, 0x0a, 0, 0x00, 0xd8, 0x61, 0], 2],
    ['utf-16le', [0x61, 0, 0x0a], 1],
    ['windows-1252', [0x0a, 0x0a, 0x81], 3],
  ])(
    'bytes that are none in the chosen %s are an error with their line',
    async (encoding, bytes, line) => {
      expect(await problemOf(Buffer.from(bytes), { encoding })).toMatchObject({
        reason: 'invalid-bytes',
        encoding,
        line,
      })
    },
  )

  test('an unknown one is refused', async () => {
    expect(await problemOf('a', { encoding: 'klingon' })).toEqual({
      code: 'unknown-encoding',
      encoding: 'klingon',
      known: sourceEncodings.join(', '),
    })
  })

  test.each(['toString', '__proto__'])('%s is unknown as well', async (encoding) => {
    expect(await problemOf('a', { encoding })).toMatchObject({ code: 'unknown-encoding' })
  })
})

describe('what cannot be read', () => {
  test.each([
    ['pdf', '%PDF-1.7 …'],
    ['xls', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0])],
    ['xls', Buffer.from([0x09, 0x08, 0x08, 0x00, 0x00, 0x05, 0x10, 0x00])],
    ['markup', '<html><table></table></html>'],
    ['markup', Buffer.from('\uFEFF<html>', 'utf16le')],
    ['markup', '<meta http-equiv="Content-Type">'],
    ['gzip', Buffer.from([0x1f, 0x8b, 8, 0])],
    ['vcard', '\uFEFFBEGIN:VCARD\r\nEMAIL:ada@example.org\r\n'],
    ['json', '[\n  {"email": "ada@example.org"}\n]'],
  ])('a %s file is called by its name', async (found, bytes) => {
    expect(await problemOf(bytes)).toEqual({ code: 'unsupported-format', found })
  })

  test('binary rubbish is no text', async () => {
    const bytes = Buffer.from(Array.from({ length: 256 }, (_, index) => index))
    expect(await problemOf(bytes)).toEqual({ code: 'unreadable-source', reason: 'binary' })
  })

  test('a NUL far behind is reported with its line', async () => {
    expect(await problemOf(`${'a,b\n'.repeat(50_000)}\0`)).toMatchObject({
      reason: 'binary',
      line: 50_001,
    })
  })

  test.each(['', '\n\n', ' , \n,,\n', '\uFEFF'])('%j has no rows', async (text) => {
    expect(await problemOf(text)).toEqual({ code: 'no-rows' })
  })

  test('one byte more than allowed is too large', async () => {
    expect(await problemOf('a,b\n', { bytes: 3 })).toEqual({ code: 'source-too-large', limit: 3 })
    expect((await read('a,b\n', { bytes: 4 })).rows).toHaveLength(1)
  })

  test('more rows than allowed, and one that may be a header, are too many', async () => {
    expect(await problemOf('a\nb\nc\n', { rows: 1 })).toEqual({ code: 'too-many-rows', limit: 1 })
    expect((await read('a\nb\n', { rows: 1 })).rows).toHaveLength(2)
  })

  test('a gigabyte without a line end is refused after the first megabyte', async () => {
    let given = 0
    async function* endless() {
      const piece = Buffer.alloc(65_536, 'x')
      while (given < 2 ** 30) {
        given += piece.length
        yield piece
      }
    }
    expect(await problemOf(endless(), { bytes: 2 ** 31 })).toMatchObject({
      reason: 'record-too-long',
      line: 1,
    })
    expect(given).toBeLessThan(2_000_000)
  })
})

describe('the source', () => {
  test('is hashed as it comes', async () => {
    const bytes = await fixture('german-excel.csv')
    const { table } = await read(bytes)
    expect(table.digest()).toBe(createHash('sha256').update(bytes).digest('hex'))
  })

  test('has no digest before its end', async () => {
    const table = await open('a,b\n'.repeat(100_000))
    expect(() => table.digest()).toThrow('not read to its end')
  })

  test.each([
    [
      'the reader leaves',
      async (table: Awaited<ReturnType<typeof open>>) => {
        for await (const chunk of table.chunks) if (chunk.length > 0) break
      },
    ],
    ['it is closed unread', (table: Awaited<ReturnType<typeof open>>) => table.close()],
  ])('is let go when %s', async (_case, act) => {
    let released = false
    async function* lines() {
      try {
        for (let line = 0; line < 1_000_000; line += 1) yield Buffer.from('ada@x.org,Ada\n')
      } finally {
        released = true
      }
    }
    await act(await open(lines()))
    expect(released).toBe(true)
  })

  test('stops at once when the signal aborts, even while nothing comes', async () => {
    const controller = new AbortController()
    async function* stalled() {
      yield Buffer.alloc(100_000, 'a,b\n')
      controller.abort(new Error('stopped by a person'))
      await new Promise(() => {})
    }
    await expect(read(stalled(), { signal: controller.signal })).rejects.toThrow(
      'stopped by a person',
    )
  })
})

describe('for any source', () => {
  const encodings = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252', 'iso-8859-15'] as const
  const cell = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: fc.constantFrom('ä', '€', 'ß', 'a', ',', ';', '"', '\n', ' ') }),
  )

  test('what was written is read back, in every encoding that can hold it', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { minLength: 1 }),
        fc.constantFrom(',', ';', '\t', '|'),
        fc.constantFrom('\n', '\r\n', '\r'),
        fc.constantFrom(...encodings),
        fc.integer({ min: 1, max: 50 }),
        async (rows, delimiter, lineEnd, encoding, pieces) => {
          const filled = rows.filter((cells) => cells.some((cell) => cell.trim() !== ''))
          const text = rows.map((cells) => cells.map(quoted).join(delimiter) + lineEnd).join('')
          const bytes = iconv.encode(text, encoding)
          fc.pre(filled.length > 0 && !text.includes('\0') && !text.startsWith('\uFEFF'))
          fc.pre(text.isWellFormed() && iconv.decode(bytes, encoding) === text)
          const result = await read(bytes, { encoding, delimiter, pieces })
          expect(result.cells).toEqual(filled)
        },
      ),
    )
  })

  test('any bytes give a table or a clear problem', async () => {
    const begins = fc.constantFrom('', 'PK\x03\x04', '\xff\xfe', '\xfe\xff', '\xef\xbb\xbf', 'sep=')
    await fc.assert(
      fc.asyncProperty(begins, fc.uint8Array({ maxLength: 300 }), async (begin, bytes) => {
        const source = Buffer.concat([Buffer.from(begin, 'latin1'), bytes])
        const problem: unknown = await read(source).then(
          () => undefined,
          (error: unknown) => error,
        )
        expect(problem ?? new SourceError('no-rows')).toBeInstanceOf(SourceError)
      }),
      { numRuns: 500 },
    )
  })
})

function quoted(cell: string): string {
  return `"${cell.replaceAll('"', '""')}"`
}
