import * as fc from 'fast-check'
import iconv from 'iconv-lite'
import { describe, expect, test } from 'vitest'
import { sourceEncodings } from '../../domain/source-encodings.ts'
import { problemOf, read } from '../testing/read-source.ts'
import { oddWord } from './odd-word.ts'

/** Names and other words of many languages, as people write them. */
const words = [
  'Müller-Lüdenscheidt Groß GROß STRAßE MÜLLER Özgür Åse Ærø Łódź Øystein ÖÖ Ö. Ü30',
  'Élodie Noël Œuvré L’Été O’Étienne d’Août François-Étienne LeÉcuyer cœur À-propos',
  'Žižek Šimůnková Dvořák JIŘÍ Świętosława Szczęśniak ŻÓŁĆ Željko Škoda',
  'Çağrı İpek IŞIK Yıldız Nguyễn Thị Hồng Đặng ĐẶNG Phương',
  'Peñalver ¿Qué? ¡Hola! Nº 1ª Gal·la Íñigo Ñandú São João Ângelo Þór Guðmundsdóttir Æ',
  '50€ 20°C Art.§3 Roster™ m² H²O 5×4 „Räume“ “Ada” »Eck« Straße…Weg ½ µm Schloß-Café',
  'Иван Иванов Ελένη 田中 雪 محمد שלום ÅÄÖ éé ïé Raum–Über',
].flatMap((line) => line.split(' '))

describe('bytes that are no text are named with line and column', () => {
  const wrong = 'email;first\na@x.org;Ada\nb@x.org;J\u0081rgen\n'

  test.each([
    ['a DOS file', iconv.encode('E-Mail;Vorname\na@x.org;Jürgen\n', 'cp850'), 2, 10, 'cp850'],
    ['a Mac file', iconv.encode('email;first\na@x.org;Hélène\n', 'macintosh'), 2, 12, 'macintosh'],
    ['nothing in which it makes sense', Buffer.from(`${wrong}\u009d`, 'latin1'), 3, 10, 'cp850'],
  ])('%s', async (_case, bytes, line, column, suggestion) => {
    expect(await problemOf(bytes)).toEqual({
      code: 'unreadable-source',
      reason: 'invalid-bytes',
      encoding: 'windows-1252',
      line,
      column,
      suggestion,
    })
  })

  test('Windows-1252 where UTF-8 was chosen', async () => {
    const bytes = iconv.encode('a,b\r\nJürgen,Müller\r\n', 'windows-1252')
    expect(await problemOf(bytes, { encoding: 'utf-8' })).toMatchObject({
      line: 2,
      column: 2,
      suggestion: 'windows-1252',
    })
  })

  test('one stray byte in UTF-8, for which no other encoding is right', async () => {
    const stray = Buffer.concat([
      Buffer.from('email,first\na@x.org,J'),
      Buffer.from([0xfc]),
      Buffer.from('rgen\nb@x.org,Zoë\nc@x.org,Jürgen\n'),
    ])
    const problem = await problemOf(stray)
    expect(problem).toMatchObject({ encoding: 'utf-8', line: 2, column: 10 })
    expect(problem).not.toHaveProperty('suggestion')
  })

  test('in whatever pieces they come, characters of several bytes being one', async () => {
    const bytes = Buffer.concat([
      Buffer.from('x\r\n😀é,"\r'),
      Buffer.from('雪", é'),
      Buffer.of(0xff),
    ])
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 9 }), async (pieces) => {
        expect(await problemOf(bytes, { pieces })).toMatchObject({ line: 3, column: 6 })
      }),
    )
  })

  test('far behind the beginning of a long line', async () => {
    const bytes = Buffer.from(`é${',a'.repeat(400)}\n${'a'.repeat(90_000)}\xff`, 'latin1')
    const problem = await problemOf(Buffer.concat([Buffer.from('é\né\n'), bytes.subarray(1)]))
    expect(problem).toMatchObject({ line: 4, column: 90_001 })
  })
})

describe('a byte-order mark', () => {
  const mark = Buffer.from([0xef, 0xbb, 0xbf])

  test('of UTF-8 is no text in whatever encoding is chosen', async () => {
    const bytes = Buffer.concat([mark, iconv.encode('Jürgen,b', 'windows-1252')])
    expect(await problemOf(bytes)).toMatchObject({ line: 1, suggestion: 'windows-1252' })
    expect(await read(bytes, { encoding: 'windows-1252' })).toMatchObject({
      encoding: 'windows-1252',
      cells: [['Jürgen', 'b']],
    })
  })

  test.each([
    ['utf-8', 'utf-16le'],
    ['windows-1252', 'utf-16be'],
    ['utf-16be', 'utf-16le'],
    ['utf-16le', 'utf-8'],
  ])('contradicts the choice of %s when it is of %s', async (encoding, suggestion) => {
    const bytes = iconv.encode('a,b', suggestion, { addBOM: true })
    expect(await problemOf(bytes, { encoding })).toMatchObject({
      reason: 'invalid-bytes',
      encoding,
      suggestion,
      line: 1,
      column: 1,
    })
  })
})

test.each(sourceEncodings)('%s can be chosen, in capitals as well', async (encoding) => {
  const bytes = iconv.encode('a,b\n', encoding)
  expect(await read(bytes, { encoding: encoding.toUpperCase() })).toMatchObject({ encoding })
})

describe('a guess of Windows-1252 is doubted', () => {
  test.each([
    ['macintosh', 'Jürgen', 'JŸrgen'],
    ['macintosh', 'André', 'AndrŽ'],
    ['macintosh', 'Gräf', 'GrŠf'],
    ['macintosh', 'Hauptstraße', 'Hauptstra§e'],
    ['macintosh', 'Strauß', 'Strau§'],
    ['cp850', 'Jäger', 'J„ger'],
    ['cp850', 'Jörg', 'J”rg'],
    ['cp850', 'Muñoz', 'Mu¤oz'],
    ['cp850', 'García', 'Garc¡a'],
    ['cp850', 'Özil', '™zil'],
    ['cp850', 'André', 'Andr‚'],
    ['windows-1250', 'Wałęsa', 'Wa³êsa'],
    ['windows-1250', 'Świątek', 'Œwi¹tek'],
    ['iso-8859-2', 'Świątek', '¦wi±tek'],
    ['windows-1251', 'Иванов', 'Èâàíîâ'],
    ['utf-8', 'Müller', 'MÃ¼ller'],
    ['utf-8', 'José', 'JosÃ©'],
  ])('%s: %s', async (suggestion, written, value) => {
    const begin = iconv.encode('email;last\nb@x.org;é\nc@x.org;è\na@x.org;"Dr. ', 'windows-1252')
    const bytes = Buffer.concat([begin, iconv.encode(`${written}-Smith"\n`, suggestion)])
    expect(await read(bytes)).toMatchObject({
      encoding: 'windows-1252',
      notices: [
        {
          code: 'doubtful-encoding',
          particulars: { encoding: 'windows-1252', suggestion, line: 4, value },
        },
      ],
    })
  })

  test('but not when a person chose it', async () => {
    const bytes = iconv.encode('Jürgen', 'macintosh')
    expect(await read(bytes, { encoding: 'windows-1252' })).toMatchObject({ notices: [] })
  })

  test.each(words.filter((word) => isWindows1252(word)))(
    'and no alarm is raised by %s',
    async (word) => {
      const bytes = iconv.encode(`é\n${word}\n`, 'windows-1252')
      expect(await read(bytes)).toMatchObject({ encoding: 'windows-1252', notices: [] })
    },
  )

  test.each(words.filter((word) => !isWindows1252(word)))('nor by %s', (word) => {
    expect(oddWord(word)).toBeUndefined()
  })

  test('nor by letters in the case of names, whatever they are', () => {
    const letters = Array.from({ length: 128 }, (_, byte) =>
      iconv.decode(Buffer.of(byte + 128), 'windows-1252'),
    )
    const small = letters.filter(
      (letter) => /^\p{Ll}$/u.test(letter) && letter !== 'ƒ' && letter !== 'µ',
    )
    const name = fc
      .array(fc.constantFrom('a', 'b', ...small), { minLength: 2 })
      .filter((name) => name.includes('a'))
      .map((name) => name.join(''))
    fc.assert(
      fc.property(name, (name) => {
        expect(oddWord(name)).toBeUndefined()
        expect(oddWord(`${name[0]?.toUpperCase()}${name.slice(1)}`)).toBeUndefined()
      }),
    )
  })
})

describe('UTF-8 that was taken for Windows-1252 and saved is noticed', () => {
  test.each([
    ['MÃ¼ller', 'Müller'],
    ['JosÃ©', 'José'],
    ['StrauÃŸ', 'Strauß'],
    ['WaÅ‚Ä™sa', 'Wałęsa'],
  ])('%s', async (value, meant) => {
    expect(await read(`email,last\nb@x.org,Zoë\na@x.org,"Dr. ${value}"\n`)).toMatchObject({
      encoding: 'utf-8',
      notices: [{ code: 'damaged-letters', particulars: { line: 3, value, meant } }],
    })
  })

  test('in a row that ends far behind, too', async () => {
    const text = `${'a,b\n'.repeat(30_000)}MÃ¼ller,"${'x'.repeat(70_000)}"\n`
    expect(await read(text)).toMatchObject({ notices: [{ particulars: { line: 30_001 } }] })
  })

  test.each(words)('and no alarm is raised by %s', async (word) => {
    expect(await read(`é\n${word}\n`)).toMatchObject({ encoding: 'utf-8', notices: [] })
  })
})

function isWindows1252(word: string): boolean {
  return iconv.decode(iconv.encode(word, 'windows-1252'), 'windows-1252') === word
}
