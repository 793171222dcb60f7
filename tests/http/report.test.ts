import { buffer } from 'node:stream/consumers'
import * as fc from 'fast-check'
import { readXlsx } from 'hucre/xlsx'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Mapping } from '../../src/domain/mapping.ts'
import * as contract from '../../src/http/contract/batch.ts'
import { reportTable } from '../../src/http/report/report-table.ts'
import { writeCsv } from '../../src/http/report/write-csv.ts'
import { writeXlsx } from '../../src/http/report/workbook/write-xlsx.ts'
import { openTable } from '../../src/ingest/open-table.ts'
import type { PlannedRow } from '../../src/verify/planned-row.ts'
import { read, refused } from './support/read.ts'
import { json, startServer, type TestServer } from './support/start-server.ts'
import { usualSourceLimits } from '../../src/domain/source-limits.ts'

let here: TestServer

beforeAll(async () => {
  here = await startServer()
  await here.ask('/rooms', json('POST', { name: 'Room 1' }))
})

afterAll(() => here[Symbol.asyncDispose]())

async function verified(operation: string, text: string): Promise<contract.Batch> {
  const answer = await here.ask('/batches', json('POST', { operation, text }))
  const { batch } = await read(answer, contract.batch)
  return read(await here.ask(`/batches/${batch}/verification`, { method: 'POST' }), contract.batch)
}

async function report(batch: string, query = '', headers = {}): Promise<string> {
  const answer = await here.ask(`/batches/${batch}/report?${query}`, { headers })
  expect(answer.status).toBe(200)
  return Buffer.from(await answer.arrayBuffer()).toString()
}

const source =
  'note,mail,rooms,role,Password\n' +
  '"=1+1, really",ADMIN@example.example,room 1,Boss,secret\n' +
  '-x,admin@example.example,Room 1,Guest,secret\n'

test('a report has the source’s own columns, and what became of each row', async () => {
  const { batch } = await verified('assign-users-to-rooms', source)
  const lines = (await report(batch)).split('\r\n')

  expect(lines[0]).toBe('\ufeffnote,mail,rooms,role,line,state,code,message,suggestion')
  expect(lines[1]).toMatch(/^"=1\+1, really",ADMIN@example.example,room 1,Boss,2,error,/)
  expect(lines[1]).toContain('unknown-role')
  expect(lines[2]).toMatch(/^"-x",admin@example.example,Room 1,Guest,3,ready,,,/)
  expect(lines.slice(3)).toEqual([''])
  expect(lines.join('')).not.toContain('secret')
})

test('a report of the problems has only those, in the reader’s language', async () => {
  const { batch } = await verified('assign-users-to-rooms', source)
  const text = await report(batch, 'state=problems', { 'accept-language': 'de' })
  expect(text.split('\r\n').length).toBe(3)
  expect(text).toMatch(/„Boss“/)
})

test('a report that is brought again says the same, and its own report has the same columns', async () => {
  const first = await verified('assign-users-to-rooms', source)
  const text = await report(first.batch)
  const second = await verified('assign-users-to-rooms', text)

  expect(second.mapping).toEqual(first.mapping)
  expect(second.totals).toEqual(first.totals)
  expect(second.groups.map(({ code, count }) => [code, count])).toEqual(
    first.groups.map(({ code, count }) => [code, count]),
  )
  expect((await report(second.batch)).split('\r\n')[0]).toBe(text.split('\r\n')[0])
})

test('a source with columns named like ours keeps them', async () => {
  const { batch } = await verified('delete-users', 'state,email,line\nBerlin,x@example.org,U8\n')
  const [header, row] = (await report(batch)).split('\r\n')
  expect(header).toBe('\ufeffstate,email,line,line,state,code,message,suggestion')
  expect(row).toMatch(/^Berlin,x@example.org,U8,2,error,unknown-user,/)
})

test('surplus cells are surplus again in the report', async () => {
  const text = 'email,rooms,role\na@b.example,Room 1,Guest,surplus\n'
  const { batch, groups } = await verified('assign-users-to-rooms', text)
  expect(groups.map(({ code }) => code)).toContain('too-many-cells')
  const again = await verified('assign-users-to-rooms', await report(batch))
  expect(again.groups.map(({ code }) => code)).toContain('too-many-cells')
})

test('a source without a header gets English names', async () => {
  const { batch } = await verified('delete-users', 'a@b.example,left out\n')
  expect((await report(batch)).split('\r\n')[0]).toMatch(/^\ufeffEmail,Column 2,line,/)
})

test('a workbook has the same cells, all of them text', async () => {
  const { batch } = await verified('assign-users-to-rooms', source)
  const answer = await here.ask(`/batches/${batch}/report?format=xlsx`)
  expect(answer.headers.get('content-disposition')).toMatch(
    /^attachment; filename="assign-users-to-rooms-[\d-]+-report\.xlsx"$/,
  )
  const { sheets } = await readXlsx(new Uint8Array(await answer.arrayBuffer()))
  expect(sheets[0]?.rows[0]?.slice(0, 6)).toEqual([
    'note',
    'mail',
    'rooms',
    'role',
    'line',
    'state',
  ])
  expect(sheets[0]?.rows[1]?.slice(0, 6)).toEqual([
    '=1+1, really',
    'ADMIN@example.example',
    'room 1',
    'Boss',
    '2',
    'error',
  ])
})

// Cells as ingest gives them out: nothing that cannot be stored, no record that is blank.
const cell = fc.string({ unit: 'grapheme', maxLength: 20 }).map((text) => text.toWellFormed())
const special = fc.constantFrom(
  '=1+1',
  '+49 30',
  '-5',
  '@me',
  '\tx',
  ' x ',
  'a"b',
  'a,b',
  'a\nb',
  'ä;ö',
  "'x",
)

test('whatever the cells say, the file read back says it too', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.constant('a@b.example'), fc.oneof(cell, special)), { minLength: 1 }),
      async (records) => {
        const clean = records.map((cells) => cells.map((text) => text.replace(/[\0\r]/g, '')))
        const table = await openTable(
          { name: 'report.csv', kind: 'file', bytes: bytesOf(writeCsv(tableOf, pagesOf(clean))) },
          { limits: usualSourceLimits },
        )
        const rows = (await Array.fromAsync(table.chunks)).flat()
        expect(rows.slice(1).map(({ cells }) => cells.slice(0, 2))).toEqual(clean)
      },
    ),
    { numRuns: 200 },
  )
})

test('a workbook holds even what XML cannot', async () => {
  const bytes = await buffer(writeXlsx(tableOf, pagesOf([['a@b.example', 'bell \u0007 and more']])))
  const { sheets } = await readXlsx(new Uint8Array(bytes))
  expect(sheets[0]?.rows[1]?.[1]).toBe('bell \ufffd and more')
})

const mapping: Mapping = {
  header: true,
  columns: [
    { index: 0, title: 'Email', secret: false },
    { index: 1, title: 'Note', secret: false },
  ],
  fields: { email: 0 },
  reasons: { email: 'name' },
}
const tableOf = reportTable(mapping, 'en')

async function* pagesOf(records: readonly (readonly string[])[]): AsyncGenerator<PlannedRow[]> {
  yield records.map((cells, index) => ({
    row: index + 1,
    line: index + 2,
    state: 'ready',
    cells,
    values: {},
    fixed: [],
    leftOut: false,
    problems: [],
    notices: [],
    changes: [],
    position: index + 2,
    leader: null,
  }))
}

async function* bytesOf(texts: AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  for await (const text of texts) yield Buffer.from(text)
}

test('a report of a batch whose rows have had their time says so', async () => {
  const { batch } = await verified('delete-users', 'nobody@example.example')
  const values = { cleared_at: new Date() }
  await here.db.updateTable('batches').set(values).where('id', '=', batch).execute()

  expect(await refused(await here.ask(`/batches/${batch}/report`))).toEqual([410, 'rows-cleared'])
  const rows = await here.ask(`/batches/${batch}/rows`)
  expect(await rows.json()).toEqual({ rows: [], next: null, total: 0 })
})
