import { afterAll, beforeAll, expect, test } from 'vitest'
import * as contract from '../../src/http/contract/batch.ts'
import { read, refusal, refused } from './support/read.ts'
import { json, startServer, type TestServer } from './support/start-server.ts'

let here: TestServer

beforeAll(async () => {
  here = await startServer()
  await here.ask('/rooms', json('POST', { name: 'Room 1' }))
})

afterAll(() => here[Symbol.asyncDispose]())

const lines = [
  'email,rooms,role,note',
  'admin@example.example,Roon 1,Guest,',
  'nobody@example.org,Room 1,Guest,',
  'admin@example.example, Roon 1,Guest,',
  'admin@example.example,Room 1,Guest,more',
]

async function verified(text = lines.join('\n')): Promise<contract.Batch> {
  const body = { operation: 'assign-users-to-rooms', text }
  const { batch } = await read(await here.ask('/batches', json('POST', body)), contract.batch)
  return verify(batch)
}

async function verify(batch: string): Promise<contract.Batch> {
  return read(await here.ask(`/batches/${batch}/verification`, { method: 'POST' }), contract.batch)
}

async function rows(batch: string, query: string) {
  const answer = await here.ask(`/batches/${batch}/rows?${query}`)
  const page = await read(answer, contract.rowPage)
  return { ...page, rows: page.rows.map(({ row }) => row) }
}

test('the parameters of a list of rows are a filter, and the page says how many there are', async () => {
  const { batch } = await verified()
  const group = 'problem=unknown-room&field=rooms&value=Roon%201'
  expect(await rows(batch, group)).toEqual({ rows: [1, 3], next: null, total: 2 })
  expect(await rows(batch, 'search=NOBODY')).toMatchObject({ rows: [2], total: 1 })
  expect(await rows(batch, 'state=problems&offset=1&limit=1')).toMatchObject({
    rows: [2],
    total: 3,
  })
  expect(await rows(batch, 'state=ready&state=unchanged')).toMatchObject({ rows: [4], total: 1 })
  expect(await rows(batch, 'leftOut=true')).toMatchObject({ rows: [], total: 0 })
  expect(await rows(batch, 'offset=3')).toMatchObject({ rows: [4], total: 4 })
})

test('pages of a filter go on from their cursors', async () => {
  const { batch } = await verified()
  for (const filter of ['state=problems', 'search=example']) {
    const first = await rows(batch, `${filter}&limit=2`)
    const second = await rows(batch, `${filter}&limit=2&cursor=${first.next}`)
    expect([...first.rows, ...second.rows]).toEqual(
      filter.includes('state') ? [1, 2, 3] : [1, 2, 3, 4],
    )
    expect([first.total, second.total]).toEqual(Array(2).fill(filter.includes('state') ? 3 : 4))
  }
})

test('a page begins at one place, and a value stands in a field', async () => {
  const { batch } = await verified()
  const { next } = await rows(batch, 'limit=1')
  const both = await here.ask(`/batches/${batch}/rows?offset=1&cursor=${next}`)
  expect(await refusal(both)).toMatchObject({
    status: 400,
    code: 'invalid-request',
    title: 'A page begins at a cursor or at an offset, not at both.',
  })
  for (const query of ['value=Guest', 'leftOut=yes', 'problem=nonsense', 'offset=-1']) {
    const answer = await here.ask(`/batches/${batch}/rows?${query}`)
    expect(await refused(answer)).toEqual([400, 'invalid-request'])
  }
})

test('a page behind the last row is empty, however far behind', async () => {
  const { batch } = await verified()
  for (const offset of [4, 5, 2 ** 31 - 1]) {
    for (const filter of ['', '&state=ready', '&search=room']) {
      const found = await rows(batch, `offset=${offset}${filter}`)
      expect(found).toMatchObject({ rows: [], next: null })
    }
  }
})

test('a cell is corrected by whatever text can be stored, and by no endless one', async () => {
  const { batch } = await verified()
  const fixRow = (rooms: string) =>
    here.ask(`/batches/${batch}/rows/1`, json('PATCH', { values: { rooms } }))
  const halved = await read(await fixRow('half \ud83d'), contract.row)
  expect(halved.values.rooms).toBe('half \ufffd')
  expect(await refused(await fixRow('\0'))).toEqual([400, 'invalid-request'])
  expect((await fixRow('x'.repeat(10_000))).status).toBe(200)
  const endless = 'x'.repeat(10_001)
  const everywhere = json('POST', { field: 'rooms', value: 'Room 1', replacement: endless })
  for (const answer of [
    await fixRow(endless),
    await here.ask(`/batches/${batch}/fixes`, everywhere),
  ]) {
    expect((await refusal(answer)).title).toMatch(/: may have 10000 characters at most$/)
  }
})

test('a row shows all of its cells, also those that fill no field', async () => {
  const { batch } = await verified()
  const answer = await here.ask(`/batches/${batch}/rows?offset=3`)
  const page = await read(answer, contract.rowPage)
  expect(page.rows).toMatchObject([
    { cells: ['admin@example.example', 'Room 1', 'Guest', 'more'], leftOut: false },
  ])
})

test('one correction mends all cells that say the same', async () => {
  const { batch, groups } = await verified()
  const group = groups.find(({ code }) => code === 'unknown-room')
  expect(group).toMatchObject({ count: 2, value: 'Roon 1', suggestion: 'Room 1' })
  const fix = { field: group?.field, value: group?.value, replacement: group?.suggestion }
  const mended = await here.ask(`/batches/${batch}/fixes`, json('POST', fix))
  expect(await read(mended, contract.batch)).toMatchObject({ state: 'draft', digest: null })
  const { totals } = await verify(batch)
  expect(totals).toMatchObject({ error: 1, ready: 1, unchanged: 2 })
})

test('rows are left out by number or by filter, taken back, and shown in the report', async () => {
  const { batch } = await verified()
  const leave = async (body: contract.LeavingOut) =>
    read(await here.ask(`/batches/${batch}/left-out`, json('POST', body)), contract.batch)

  const filter: contract.RowFilter = { state: ['problems'], problem: 'unknown-room' }
  expect(await leave({ leftOut: true, filter })).toMatchObject({ state: 'draft', leftOut: 2 })
  expect(await leave({ leftOut: true, rows: [2] })).toMatchObject({ leftOut: 3 })
  const plan = await verify(batch)
  expect(plan).toMatchObject({ leftOut: 3, totals: { error: 0, unchanged: 3 }, groups: [] })
  expect(await rows(batch, 'leftOut=true')).toMatchObject({ rows: [1, 2, 3], total: 3 })

  const execution = json('POST', { digest: plan.digest })
  const started = await here.ask(`/batches/${batch}/execution`, execution)
  expect(started.status).toBe(202)
  await (await here.ask(`/batches/${batch}/events`)).text()
  const headers = { 'accept-language': 'de' }
  const report = await (await here.ask(`/batches/${batch}/report`, { headers })).text()
  expect(report.split('\r\n')[1]).toBe(
    'admin@example.example,Roon 1,Guest,,2,unchanged,left-out,Diese Zeile wurde ausgelassen; mit ihr geschieht nichts.,',
  )
  const late = await here.ask(
    `/batches/${batch}/left-out`,
    json('POST', { leftOut: false, rows: [1] }),
  )
  expect(await refused(late)).toEqual([409, 'illegal-move'])
})

test('rows that are named in no way, or that there are not, cannot be left out', async () => {
  const { batch } = await verified()
  const leave = async (body: unknown) =>
    refused(await here.ask(`/batches/${batch}/left-out`, json('POST', body)))
  expect(await leave({ leftOut: true })).toEqual([400, 'invalid-request'])
  expect(await leave({ leftOut: true, filter: { value: 'x' } })).toEqual([400, 'invalid-request'])
  expect(await leave({ leftOut: true, filter: { stat: ['error'] } })).toEqual([
    400,
    'invalid-request',
  ])
  expect(await leave({ leftOut: true, rows: [9] })).toEqual([404, 'row-not-found'])
  const tooMany = { leftOut: true, rows: Array(10_001).fill(1) }
  const answer = await here.ask(`/batches/${batch}/left-out`, json('POST', tooMany))
  expect((await refusal(answer)).title).toMatch(/^rows: .*10000/)
})

test('the problem rows of a verified batch come with their reasons, and can be brought again', async () => {
  const { batch } = await verified()
  const report = async (query: string) =>
    (await (await here.ask(`/batches/${batch}/report?${query}`)).text()).split('\r\n')
  const problems = await report('state=problems')
  expect(problems.map((line) => line.split(',').slice(4, 7).join(' '))).toEqual([
    'line state code',
    '2 error unknown-room',
    '3 error unknown-user',
    '4 error unknown-room',
    '',
  ])
  expect((await report('state=ready&state=unchanged')).length).toBe(3)
  const mended = problems.join('\r\n').replaceAll('Roon', 'Room').replaceAll('Guest', 'Spectator')
  const body = { operation: 'assign-users-to-rooms', text: mended }
  const again = await read(await here.ask('/batches', json('POST', body)), contract.batch)
  expect((await verify(again.batch)).totals).toMatchObject({
    rows: 3,
    ready: 1,
    unchanged: 1,
    error: 1,
  })
})
