import { parse } from 'csv-parse/sync'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { SourceError } from '../../domain/table.ts'
import { maxRecordLength } from '../record-limits.ts'
import { splitRecords } from './split-records.ts'

const delimiters = [',', ';', '\t', '|'] as const
const lineEnds = ['\n', '\r\n', '\r'] as const

describe('what is read', () => {
  test('lines of cells, numbered from 1', () => {
    expect(split('a,b\nc,d\n')).toEqual([row(1, 'a', 'b'), row(2, 'c', 'd')])
  })

  test('the last line needs no end', () => {
    expect(split('a,b\nc,')).toEqual([row(1, 'a', 'b'), row(2, 'c', '')])
  })

  test('line ends of all kinds, mixed', () => {
    expect(split('a\r\nb\rc\nd')).toEqual([row(1, 'a'), row(2, 'b'), row(3, 'c'), row(4, 'd')])
  })

  test('records of different lengths, as they are', () => {
    expect(split('title\na,b,c\nd')).toEqual([row(1, 'title'), row(2, 'a', 'b', 'c'), row(3, 'd')])
  })

  test('blank records are skipped and the lines still counted', () => {
    expect(split('\n , \na\n""\n\n;\nb', ',')).toEqual([row(3, 'a'), row(6, ';'), row(7, 'b')])
  })

  test('a record begins where its first line stands, whatever line ends its quotes hold', () => {
    expect(split('"a\nb","c\r\nd"\n"e\rf"\ng')).toEqual([
      row(1, 'a\nb', 'c\r\nd'),
      row(4, 'e\rf'),
      row(6, 'g'),
    ])
  })
})

describe('quotes', () => {
  test('keep delimiters together, and two of them stand for one', () => {
    expect(split('"room 1,room 2","a ""b"" c",""')).toEqual([
      row(1, 'room 1,room 2', 'a "b" c', ''),
    ])
  })

  test('may have blanks around them', () => {
    expect(split('a, "room 1,room 2" , b')).toEqual([row(1, 'a', 'room 1,room 2', ' b')])
  })

  test.each(['5" nail', '"Ada" Lovelace', 'say "hi"', '"a "b" c"', '"Ada "the countess""x'])(
    'are characters where they do not enclose the cell: %s',
    (cell) => {
      expect(split(`${cell},x\ny`)).toEqual([row(1, cell, 'x'), row(2, 'y')])
    },
  )

  test.each([
    ['at the end of the file', 'a,b\nc,"d\ne,f\n', 2],
    ['in a record that begins lines before', '"a\n\nb","c\nd', 3],
    ['closed by chance by the quotes of a later line', 'a,b\nc,"d\ne,"room 1,room 2"\n', 2],
  ])('that are not closed are reported where they open: %s', (_case, text, line) => {
    expect(problemOf(() => split(text))).toMatchObject({
      code: 'unclosed-quote',
      details: { line },
    })
  })
})

describe('limits', () => {
  test('a record without end is refused with its line', () => {
    const text = `a\n${'x'.repeat(maxRecordLength + 1)}`
    expect(problemOf(() => split(text))).toMatchObject({
      code: 'unreadable-source',
      details: { reason: 'record-too-long', line: 2 },
    })
  })

  test('a record that never ends because of a quote says so', () => {
    const text = `a\n"b\n${'x,y\n'.repeat(maxRecordLength / 4)}`
    expect(problemOf(() => splitRecords(',').push(text))).toMatchObject({
      code: 'unclosed-quote',
      details: { line: 2 },
    })
  })

  test('a record of too many cells is refused with its line and the limit', () => {
    const records = splitRecords(',', 1, { columns: 3, cellLength: 10 })
    expect(problemOf(() => records.push('a,b,c\n\n,,,\n'))).toMatchObject({
      code: 'unreadable-source',
      details: { reason: 'too-many-cells', line: 3, limit: 3 },
    })
  })

  test('a cell that is too long is refused with its line and the limit, quoted or not', () => {
    const limits = { columns: 3, cellLength: 10 }
    for (const cell of ['x'.repeat(11), `"${'x'.repeat(11)}"`]) {
      const records = splitRecords(',', 1, limits)
      expect(problemOf(() => records.push(`a,${'x'.repeat(10)}\nb,${cell}\n`))).toMatchObject({
        code: 'unreadable-source',
        details: { reason: 'cell-too-long', line: 2, limit: 10 },
      })
    }
  })
})

describe('for any text', () => {
  const table = fc.array(
    fc.array(
      fc.oneof(
        fc.string({ unit: 'grapheme' }),
        fc.string({ unit: fc.constantFrom('"', ',', ';', ' ', '\t', '|', '\n', '\r', 'a') }),
      ),
      { minLength: 1, maxLength: 5 },
    ),
  )

  test('what was written is read back', () => {
    fc.assert(
      fc.property(
        table,
        fc.constantFrom(...delimiters),
        fc.constantFrom(...lineEnds),
        (rows, delimiter, lineEnd) => {
          const text = rows.map((cells) => cells.map(quoted).join(delimiter) + lineEnd).join('')
          const filled = rows.filter((cells) => cells.some((cell) => cell.trim() !== ''))
          expect(split(text, delimiter).map(({ cells }) => cells)).toEqual(filled)
        },
      ),
    )
  })

  test('it reads what csv-parse reads', () => {
    fc.assert(
      fc.property(table, fc.constantFrom(...lineEnds), (rows, lineEnd) => {
        const text = rows.map((cells) => cells.map(quoted).join(',') + lineEnd).join('')
        const options = {
          relax_column_count: true,
          skip_records_with_empty_values: true,
          record_delimiter: ['\r\n', '\n', '\r'],
        }
        expect(split(text).map(({ cells }) => cells)).toEqual(parse(text, options))
      }),
    )
  })

  test('it makes no difference in which pieces the text comes', () => {
    const texts = fc.string({ unit: fc.constantFrom('"', ',', '\n', '\r', 'a', ' ') })
    fc.assert(
      fc.property(texts, fc.integer({ min: 1, max: 7 }), (text, size) => {
        const records = splitRecords(',')
        const inPieces = outcome(() => [
          ...(text.match(new RegExp(`[^]{1,${size}}`, 'g')) ?? []).flatMap((piece) =>
            records.push(piece),
          ),
          ...records.end(),
        ])
        expect(inPieces).toEqual(outcome(() => split(text)))
      }),
      { numRuns: 1000 },
    )
  })
})

function split(text: string, delimiter = ',') {
  const records = splitRecords(delimiter)
  return [...records.push(text), ...records.end()]
}

function row(line: number, ...cells: string[]) {
  return { line, cells }
}

function quoted(cell: string): string {
  return `"${cell.replaceAll('"', '""')}"`
}

function outcome(read: () => unknown): unknown {
  try {
    return read()
  } catch (error) {
    if (error instanceof SourceError) return [error.code, error.details]
    throw error
  }
}

function problemOf(read: () => unknown): unknown {
  try {
    return read()
  } catch (error) {
    return error
  }
}
