import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { problemOf, read } from '../testing/read-source.ts'
import type { Reading } from '../testing/read-source.ts'

const jane = ['jane@example.org', 'Doe, Jane']
const john = ['john@example.org', 'John Roe']

describe('addresses from a mail program are rows', () => {
  test.each([
    ['in quotes', '"Doe, Jane" <jane@example.org>; John Roe <john@example.org>', [jane, john]],
    [
      'of Outlook, with a comma in each name',
      'Doe, Jane <jane@example.org>; Roe, John <john@example.org>',
      [jane, ['john@example.org', 'Roe, John']],
    ],
    [
      'of Outlook, parted by commas',
      'Doe, Jane <jane@example.org>, John Roe <john@example.org>',
      [jane, john],
    ],
    [
      'one per line, with and without a comma behind',
      '"Doe, Jane" <jane@example.org>,\r\nJohn Roe <john@example.org>\r\n',
      [jane, john],
    ],
    [
      'twice each',
      "'Doe, Jane' <jane@example.org><mailto:jane@example.org>; John Roe [mailto:john@example.org]",
      [jane, john],
    ],
    [
      'in links, in which a plus is written as its number',
      'Jane <mailto:jane%2Bnews@example.org>; John Roe [mailto:john@example.org]',
      [['jane+news@example.org', 'Jane'], john],
    ],
    [
      'with a remark behind the name',
      'Jane Doe (external) <jane@example.org>',
      [['jane@example.org', 'Jane Doe (external)']],
    ],
    [
      'in parentheses',
      'Jane Doe (jane@example.org)\njohn@example.org (John Roe)',
      [['jane@example.org', 'Jane Doe'], john],
    ],
    [
      'behind the names of headers',
      'To: "Doe, Jane" <jane@example.org>\nKopie: John Roe <john@example.org>\nBcc:',
      [jane, john],
    ],
    [
      'in a group',
      'Team: "Doe, Jane" <jane@example.org>, John Roe <john@example.org>;',
      [jane, john],
    ],
    [
      'some without a name',
      '"Doe, Jane" <jane@example.org>; <john@example.org>; eve@example.org <eve@example.org>',
      [jane, ['john@example.org', ''], ['eve@example.org', '']],
    ],
    [
      'with quotes in the name',
      '"Jane \\"JD\\" Doe" <jane@example.org>',
      [['jane@example.org', 'Jane "JD" Doe']],
    ],
    [
      'none with a name',
      'jane@example.org, john@example.org',
      [['jane@example.org'], ['john@example.org']],
    ],
    ['in brackets', '<jane@example.org>\n<john@example.org>', [[jane[0]], [john[0]]]],
    [
      'as links',
      'mailto:jane@example.org?subject=Hello; mailto:john@example.org',
      [[jane[0]], [john[0]]],
    ],
    [
      'with bullets, as in a chat',
      '- jane@example.org\n• john@example.org\n* eve@example.org',
      [['jane@example.org'], ['john@example.org'], ['eve@example.org']],
    ],
    [
      'with sentences around them, which are rows as they stand',
      'Hi, here is the list:\n- jane@example.org\n- john@example.org\n\nThanks!',
      [['Hi, here is the list:'], ['jane@example.org'], ['john@example.org'], ['Thanks!']],
    ],
    [
      'numbered, a name before each address',
      '1. Jane Doe jane@example.org\n2) John Roe - john@example.org\n3. Ludwig van Beethoven – lvb@example.org',
      [['jane@example.org', 'Jane Doe'], john, ['lvb@example.org', 'Ludwig van Beethoven']],
    ],
    [
      'parted by blanks and words',
      'jane@example.org john@example.org, eve@example.org and ada@example.org',
      [['jane@example.org'], ['john@example.org'], ['eve@example.org'], ['ada@example.org']],
    ],
    [
      'behind the last comma a word',
      'jane@example.org, john@example.org, und eve@example.org',
      [['jane@example.org'], ['john@example.org'], ['eve@example.org']],
    ],
    [
      'in a whole head',
      'Gesendet: Montag, 2. März 2026 09:12\nAn: Doe, Jane <jane@example.org>; John Roe <john@example.org>\nBetreff: Liste',
      [jane, john],
    ],
    [
      'beyond ASCII',
      '"Müller, Jürgen" <jürgen@müller.example>; à la carte <carte@example.org>',
      [
        ['jürgen@müller.example', 'Müller, Jürgen'],
        ['carte@example.org', 'à la carte'],
      ],
    ],
  ])('%s', async (_case, text, cells) => {
    const { notices, ...list } = await read(text, { kind: 'text' })
    expect(list).toMatchObject({ cells, delimiter: null })
    expect(notices[0]).toMatchObject({ code: 'mail-addresses' })
  })

  test('and what belongs to the mail alone is counted', async () => {
    const { notices } = await read('Jane <jane@example.org>\nSubject: List\nBcc:')
    expect(notices.slice(1)).toEqual([
      {
        code: 'lines-without-address',
        particulars: { count: 2, line: 2, first: 'Subject: List' },
      },
    ])
  })

  test('each with the line in which it stands', async () => {
    const { rows } = await read('\nA <a@x.org>; B <b@x.org>;\r\n\rC <c@x.org>')
    expect(rows.map(({ line }) => line)).toEqual([2, 2, 4])
  })

  test('a quote ends with its line, even behind a backslash', async () => {
    const { rows } = await read(
      'A <a@x.org>\nB <b@x.org>\n'.repeat(4_000) + '"C\\\n<c@x.org>"\nd@x.org',
    )
    expect(rows.slice(-3).map(({ line }) => line)).toEqual([8_001, 8_002, 8_003])
  })

  test('far behind the beginning, too', async () => {
    const { rows } = await read(`${'Jane <jane@example.org>; '.repeat(20_000)}Eve <eve@x.org>`)
    expect(rows).toHaveLength(20_001)
    expect(rows.at(-1)).toEqual({ line: 1, cells: ['eve@x.org', 'Eve'] })
  })

  test('and what is none far behind is a row as it stands', async () => {
    const begin = 'Jane <jane@example.org>\n'.repeat(5_000)
    const { cells } = await read(`${begin}Roe, John; Eve <eve at x.org>; <a@x.org`)
    expect(cells.slice(5_000)).toEqual([['Roe, John'], ['Eve <eve at x.org>'], ['<a@x.org']])
  })

  test('a name far behind addresses without names stays beside its address', async () => {
    const begin = 'a@x.org, b@x.org\n'.repeat(5_000)
    const { cells } = await read(`${begin}c@x.org\nEve <eve@x.org>`)
    expect(cells.slice(-2)).toEqual([['c@x.org'], ['Eve <eve@x.org>']])
  })
})

describe('a table stays a table', () => {
  test.each<[string, string, Reading?]>([
    ['addresses alone, one per line', 'jane@example.org\njohn@example.org\n'],
    [
      'addresses in two columns',
      'jane@example.org;boss@example.org\neve@example.org;b@example.org',
    ],
    ['cells beside the addresses', 'jane@example.org, Jane, Doe\n'],
    ['names before the addresses', 'Jane,jane@example.org\n'],
    ['a header', 'email\nJane <jane@example.org>\n'],
    ['a room before the address', 'room 1,Jane <jane@example.org>\nroom 2,Eve <eve@example.org>\n'],
    ['a role behind the address', '"Doe, Jane" <jane@example.org>;Guest\n'],
    ['tabs', 'Jane <jane@example.org>\tEve <eve@example.org>\n'],
    ['a sentence with an address', 'please invite jane@example.org\nthen john@example.org\n'],
    ['numbers before the addresses', '12 jane@example.org\n13 john@example.org\n'],
    ['one wrong address', 'Jane <jane@example.org>; Eve <eve>\n'],
    ['a chosen delimiter', 'Jane <jane@example.org>; Eve <eve@example.org>', { delimiter: ';' }],
  ])('%s', async (_case, text, options) => {
    const { delimiter, notices } = await read(text, { kind: 'text', ...options })
    expect({ delimiter, notices }).toEqual({ delimiter: expect.any(String), notices: [] })
  })
})

describe('for any list', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'ü', 'Z', '雪', '1'), minLength: 1 })
  const name = fc.string({ unit: fc.constantFrom('a', 'É', ',', ';', '"', '\\', '<', '(', '@') })
  const mailbox = fc.record({ name, local: word, domain: word })

  test('what was written is read back, in whatever pieces it comes', async () => {
    const lists = fc.array(mailbox, { minLength: 1, maxLength: 10 })
    const separators = fc.constantFrom('; ', ', ', '\n', '\r\n', ';\r\n')
    await fc.assert(
      fc.asyncProperty(lists, separators, fc.nat(20), async (list, separator, size) => {
        fc.pre(list.some(({ name }) => name !== ''))
        const text = list.map(
          ({ name, local, domain }) =>
            `"${name.replaceAll(/["\\]/g, '\\$&')}" <${local}@${domain}.org>`,
        )
        const { cells } = await read(text.join(separator), { pieces: size + 1, encoding: 'utf-8' })
        expect(cells).toEqual(
          list.map(({ name, local, domain }) => [`${local}@${domain}.org`, name]),
        )
      }),
      { numRuns: 200 },
    )
  })
})

test('a piece without end is refused before it fills the memory', async () => {
  const begin = 'Jane <jane@example.org>\n'.repeat(3_000)
  expect(await problemOf(`${begin}${'x'.repeat(200_000)}`)).toMatchObject({
    reason: 'cell-too-long',
    line: 3_001,
  })
})

test('brackets that nobody closes cost no time', async () => {
  const begin = 'Jane <jane@example.org>\n'.repeat(3_000)
  const { rows } = await read(begin + `${'<'.repeat(60_000)}\n`.repeat(5))
  expect(rows).toHaveLength(3_005)
})
