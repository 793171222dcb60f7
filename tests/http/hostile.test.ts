import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeArchive, makeXlsx } from '../../src/ingest/testing/make-archive.ts'
import { startOwnProcess, type OwnProcess } from './support/start-own-process.ts'
import { repeated, upload } from './support/upload.ts'

let here: OwnProcess
beforeAll(async () => {
  here = await startOwnProcess({ ROSTER_MAX_BYTES: '40000000' })
})
afterAll(() => here[Symbol.asyncDispose]())

// 200 ms are promised; the test's machine may be busy with other things as well.
const patience = 1_000

const cell = '<c t="inlineStr"><is><t>a</t></is></c>'
const sheetOf = (rows: string, strings = '') => [makeXlsx([{ name: 'A', rows }], { strings })]
const archiveWith = (name: string, declaredSize?: number) => [
  makeArchive([
    { name: '[Content_Types].xml', content: '<Types/>' },
    { name: 'xl/workbook.xml', content: '<workbook/>' },
    { name, content: 'x'.repeat(1_000), ...(declaredSize && { declaredSize }) },
  ]),
]
const zip = makeArchive([{ name: 'people.csv', content: 'ada@example.org' }])
const laughs = Array.from({ length: 10 }, (_, n) => `<!ENTITY a${n + 1} "${`&a${n};`.repeat(10)}">`)
const attributes = Array.from({ length: 100_000 }, (_, n) => `a${n}="1"`).join(' ')
const texts = Array.from({ length: 300_000 }, (_, n) => `<si><t>text ${n}</t></si>`).join('')
const utf16 = Buffer.from('ada@example.org\nbob@example.org', 'utf16le').subarray(0, -1)

test.each<readonly [title: string, file: () => Iterable<Buffer>, code: string | null]>([
  ['far more than may come', () => repeated('x', 200e6), 'source-too-large'],
  ['a file of one line', () => repeated('x', 20e6), 'unreadable-source'],
  ['a file of quotes', () => repeated('"', 20e6), 'unreadable-source'],
  ['a file of pairs of quotes', () => repeated('""', 20e6), 'unreadable-source'],
  ['a file of commas', () => repeated(',', 20e6), 'unreadable-source'],
  ['a file of line ends', () => repeated('\n', 10e6), 'no-rows'],
  ['a file of zero bytes', () => repeated('\0', 20e6), 'unreadable-source'],
  ['UTF-16 with half a character', () => [utf16], 'unreadable-source'],
  ['a hundred thousand short lines', () => repeated('a\n', 200_000), null],
  ['a thousand columns', () => repeated(`a${','.repeat(999)}\n`, 1e6), null],
  ['rows of a megabyte', () => repeated(`${'x'.repeat(99_000)},`.repeat(9) + 'x\n', 10e6), null],
  ['cells of very many rooms', () => repeated(`"${'r,'.repeat(45_000)}"\n`, 5e6), null],
  ['a zip bomb', () => sheetOf(' '.repeat(100e6)), 'source-too-large'],
  ['a zip in a zip', () => [makeArchive([{ name: 'a.zip', content: zip }])], 'unreadable-source'],
  ['an entity bomb', () => sheetOf(`<!DOCTYPE a [${laughs.join('')}]>&a9;`), 'unreadable-source'],
  ['a hundred thousand attributes', () => sheetOf(`<row ${attributes}/>`), 'no-rows'],
  ['an attribute of two megabytes', () => sheetOf(`<row r="${'y'.repeat(2e6)}"/>`), 'no-rows'],
  ['very deep XML', () => sheetOf('<a>'.repeat(1e5)), 'unreadable-source'],
  [
    'a million cells in a row',
    () => sheetOf(`<row>${cell.repeat(4e5)}</row>`),
    'unreadable-source',
  ],
  ['very many different texts', () => sheetOf(`<row>${cell}</row>`, texts), null],
  ['a path out of the archive', () => archiveWith('../../a.xml'), 'unreadable-source'],
  ['an absolute path', () => archiveWith('/etc/passwd'), 'unreadable-source'],
  ['a path with backslashes', () => archiveWith('..\\..\\a.xml'), 'unreadable-source'],
  ['two entries of one name', () => archiveWith('xl/workbook.xml'), 'unreadable-source'],
  ['a size that is a lie', () => archiveWith('xl/a.xml', 10), 'unreadable-source'],
])(
  'while somebody brings %s, others are answered, and nothing stays behind',
  async (_, file, code) => {
    const before = await batchCount()
    const pieces = file()
    const watch = watchOthers()
    const answer = await upload(here, pieces)
    const slowest = await watch.end()
    expect(answer.code).toBe(code)
    expect(slowest).toBeLessThan(patience)
    expect(await here.leftBehind()).toEqual([])
    expect(await batchCount()).toBe(code === null ? before + 1 : before)
  },
)

test('after all of that the server has never had more than a gigabyte of memory', async () => {
  expect((await here.figures()).peakMegabytes).toBeLessThan(1_000)
})

test('who leaves while a workbook is read gives everything back', async () => {
  const workbook = sheetOf(`<row>${cell.repeat(10)}</row>`.repeat(20_000))
  for (let round = 1; round <= 12; round += 1) {
    const leaving = AbortSignal.timeout(round * 10)
    await upload(here, workbook, leaving).catch(() => {})
  }
  // As many as a user may bring, and more than are read at once.
  const small = sheetOf(`<row>${cell}</row>`)
  const bringFour = async () => {
    const answers = await Promise.all([1, 2, 3, 4].map(() => upload(here, small)))
    return answers.map(({ status }) => status)
  }
  await expect.poll(bringFour, { timeout: 10_000 }).toEqual([201, 201, 201, 201])
  expect(await here.leftBehind()).toEqual([])
  await expect.poll(openTransactions).toBe(0)
})

test('a server that is stopped while a workbook is read stops soon, and stores nothing of it', async () => {
  const before = await batchCount()
  const reading = upload(here, sheetOf(`<row>${cell.repeat(5)}</row>`.repeat(60_000)))
  await expect.poll(openTransactions).toBeGreaterThan(0)
  await Promise.all([here.stop(), reading.catch(() => {})])
  expect(await batchCount()).toBeLessThanOrEqual(before + 1)
  expect(await here.leftBehind()).toEqual([])
})

/** Asks for something small again and again; the end tells how long the slowest answer took, in milliseconds. */
function watchOthers() {
  const ended = new AbortController()
  const headers = { authorization: `Bearer ${here.key}` }
  const watching = (async () => {
    let slowest = 0
    while (!ended.signal.aborted) {
      const start = performance.now()
      await (await fetch(`${here.url}/api/v1/rooms`, { headers })).text()
      slowest = Math.max(slowest, performance.now() - start)
    }
    return slowest
  })()
  return {
    async end(): Promise<number> {
      ended.abort()
      return await watching
    },
  }
}

async function batchCount(): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int from batches`.execute(here.db)
  return rows[0]?.count ?? 0
}

async function openTransactions(): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int from pg_stat_activity
    where datname = current_database() and pid <> pg_backend_pid()
    and xact_start is not null`.execute(here.db)
  return rows[0]?.count ?? 0
}
