import { readdir } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import { problemOf, read } from '../../src/ingest/testing/read-source.ts'
import { readValue } from '../../src/mapping/read-value.ts'
import { collectedAddresses, type CollectedAddress } from './corpora/isemail.ts'
import { packageFile, packagePath } from './corpora/package-file.ts'
import { papaparseTests, type ParserTest } from './corpora/papaparse.ts'

// Collections that others made, from packages of the registry: what is difficult for every reader of lists.

describe('csv-spectrum', async () => {
  const files = await readdir(packagePath('csv-spectrum', 'csvs'))

  test.each(files)('%s', async (file) => {
    const { cells } = await read(await packageFile('csv-spectrum', `csvs/${file}`))
    const [header = [], ...rows] = cells
    const records = rows.map((row) => Object.fromEntries(header.map((name, at) => [name, row[at]])))
    const json = await packageFile('csv-spectrum', `json/${file.replace('.csv', '.json')}`)
    const expected = [JSON.parse(json.toString())].flat()
    expect(records).toEqual(expected.map((record) => ({ ...record, ...otherThanTheirs[file] })))
  })

  // The collection’s own answer has another number than its file.
  const otherThanTheirs: Readonly<Record<string, object>> = {
    'location_coordinates.csv': { 'Contact Phone Number': '2095257564' },
  }
})

describe('the tests of papaparse', async () => {
  const tests = (await papaparseTests()).filter(isOurMatter)

  test('are many', () => {
    expect(tests.length).toBeGreaterThan(40)
  })

  test.each(tests)('$description', async (theirs) => {
    const { description, expected } = theirs
    expect(await answerTo(theirs)).toMatchObject(
      deviations[description] ?? { cells: withoutBlankRows(expected.data) },
    )
  })

  const noRows = { code: 'no-rows' }
  // Where a quote is never closed, papaparse joins all lines to its end; here that is refused, with the line.
  const unclosed = { code: 'unclosed-quote', line: 1 }
  const deviations: Readonly<Record<string, object>> = {
    'Empty input string': noRows,
    'Input is just the delimiter (2 empty fields)': noRows,
    'Input is just empty fields': noRows,
    'Quoted field has no closing quote': unclosed,
    'Quoted field has invalid trailing quote after new line': unclosed,
    // Blanks around the quotation marks are no part of the cell: people write them after a comma.
    'Quoted field with whitespace around quotes': { cells: [['A', 'B', 'C']] },
    // A quotation mark that does not enclose a cell is a character like any other, so that nothing is joined.
    'Quoted field has invalid trailing quote after delimiter with a valid closer': {
      cells: [
        ['"a,"b', 'c"'],
        ['d', 'e', 'f'],
      ],
    },
    'Quoted field has invalid trailing quote after delimiter': {
      cells: [
        ['a', '"b,"c'],
        ['d', 'e', 'f'],
      ],
    },
    'Quoted field has invalid trailing quote before delimiter': {
      cells: [
        ['a', '"b"c', 'd'],
        ['e', 'f', 'g'],
      ],
    },
  }
})

describe('the addresses of is_email', async () => {
  const addresses = await collectedAddresses()

  test('are 164', () => {
    expect(addresses).toHaveLength(164)
  })

  test.each(addresses)('$diagnosis: $address', (collected) => {
    expect('value' in readValue('email', collected.address)).toBe(isRead(collected))
  })

  /** Good ones are read, whether or not their domain exists; others only for one of these reasons. */
  function isRead({ address, category }: CollectedAddress): boolean {
    if (category === 'ISEMAIL_VALID_CATEGORY' || category === 'ISEMAIL_DNSWARN') {
      return !impossible.test(address)
    }
    return blanksAround.test(address) || personBehind.test(address)
  }

  // A domain of one label, with a last label that no registry has, or more octets than a mail server takes.
  const impossible = /@io$|\.a$|\.co-uk$|^a@a\.b\.c\.d\./u
  // A cell is trimmed before it is read.
  const blanksAround = /^(?=\s|.*\s$)\s*[\w.]+@[\w.]+\s*$/su
  // What stands in parentheses behind an address is the name of its owner.
  const personBehind = /^[\w.]+@[\w.]+\([^()]*\)$/u
})

/** What a test of theirs sets beside the delimiter are options that are not offered here. */
function isOurMatter({ config = {} }: ParserTest): boolean {
  return Object.keys(config).every((option) => option === 'delimiter')
}

async function answerTo({ input, config = {} }: ParserTest): Promise<object> {
  const options = { delimiter: config.delimiter ?? ',' }
  try {
    const { cells } = await read(input, options)
    return { cells }
  } catch {
    return await problemOf(input, options)
  }
}

function withoutBlankRows(rows: readonly (readonly string[])[]): readonly (readonly string[])[] {
  return rows.filter((row) => row.some((cell) => cell.trim() !== ''))
}
