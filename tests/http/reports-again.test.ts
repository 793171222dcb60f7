import { readFile } from 'node:fs/promises'
import { readXlsx, writeXlsx } from 'hucre/xlsx'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import * as contract from '../../src/http/contract/batch.ts'
import { read, refusal } from './support/read.ts'
import { json, startServer, type TestServer } from './support/start-server.ts'

let here: TestServer
beforeAll(async () => {
  here = await startServer()
})
afterAll(() => here[Symbol.asyncDispose]())

type File = string | Uint8Array<ArrayBuffer>

async function bring(key: string, fields: Readonly<Record<string, string>>, file: File) {
  const body = new FormData()
  for (const [name, value] of Object.entries(fields)) body.append(name, value)
  body.append('file', new Blob([file]), typeof file === 'string' ? 'people.csv' : 'people.xlsx')
  return await here.ask('/batches', { method: 'POST', body, key })
}

async function drafted(key: string, operation: string, file: File, fields = {}) {
  return read(await bring(key, { operation, ...fields }, file), contract.batch)
}

async function verified(key: string, { batch }: { readonly batch: string }) {
  const path = `/batches/${batch}/verification`
  return read(await here.ask(path, { method: 'POST', key }), contract.batch)
}

async function executed(key: string, draft: contract.Batch): Promise<contract.Batch> {
  const { batch, digest } = await verified(key, draft)
  const execution = json('POST', { digest, skipErrors: true })
  expect((await here.ask(`/batches/${batch}/execution`, { ...execution, key })).status).toBe(202)
  return await vi.waitFor(async () => {
    const shown = await read(await here.ask(`/batches/${batch}`, { key }), contract.batch)
    expect(shown.state).toBe('done')
    return shown
  })
}

async function report(key: string, batch: string, format: 'csv' | 'xlsx', language = 'en') {
  const headers = { 'accept-language': language }
  const answer = await here.ask(`/batches/${batch}/report?format=${format}`, { key, headers })
  return Buffer.from(await answer.arrayBuffer())
}

async function emails(key: string, batch: string): Promise<readonly (string | undefined)[]> {
  const page = await read(await here.ask(`/batches/${batch}/rows`, { key }), contract.rowPage)
  return page.rows.map(({ values }) => values.email)
}

async function companyWithRooms(): Promise<string> {
  const { key } = await here.addCompany(crypto.randomUUID())
  for (const name of ['room 1', 'room 2']) {
    expect((await here.ask('/rooms', { ...json('POST', { name }), key })).status).toBe(201)
  }
  return key
}

const people = 'email,first name,last name\nada@example.org,Ada,Lovelace\nbroken,Alan,Turing\n'
const operation = 'invite-and-assign-users'

const corrections: readonly (readonly [string, string])[] = [
  ['Admin', 'Participant'],
  ['not-an-address', 'nora@example.org'],
  ['Room 1', 'room 1'],
  ['Atlantis', 'room 2'],
  ['Partcipant', 'Participant'],
]

const correct = (text: string) =>
  corrections.reduce((all, [wrong, right]) => all.replace(`${wrong},`, `${right},`), text)

async function correctedWorkbook(bytes: Buffer): Promise<Uint8Array<ArrayBuffer>> {
  const { sheets } = await readXlsx(bytes)
  const rows = (sheets[0]?.rows ?? []).map((cells) =>
    cells.map((cell) => corrections.find(([wrong]) => wrong === cell)?.[1] ?? cell),
  )
  return new Uint8Array(await writeXlsx({ sheets: [{ name: 'Report', rows }] }))
}

test.each(['csv', 'xlsx'] as const)(
  'of a report (%s) that is corrected and brought again, the rows that are not done are taken',
  async (format) => {
    const key = await companyWithRooms()
    const source = await readFile('tests/fixtures/samples/with-problems.csv', 'utf8')
    const first = await executed(key, await drafted(key, operation, source))
    expect(first.totals).toMatchObject({ done: 1, unchanged: 1, error: 6 })

    const bytes = await report(key, first.batch, format)
    const header = 'email,first name,last name,room,role,line,state,code,message,suggestion'
    const again = format === 'csv' ? correct(bytes.toString()) : await correctedWorkbook(bytes)
    const second = await drafted(key, operation, again)
    expect(second.source.notices).toMatchObject([
      { code: 'rows-done', message: expect.stringMatching(/^This is the report of .*: 2\.$/) },
      { code: 'rows-contradicting', message: expect.stringContaining(': 1, from line') },
    ])
    expect(await emails(key, second.batch)).toEqual([
      'ok@example.org',
      'nora@example.org',
      'missing@example.org',
      'near@example.org',
      'nowhere@example.org',
      'role@example.org',
    ])

    const end = await executed(key, second)
    expect(end.totals).toMatchObject({ rows: 6, done: 4, unchanged: 1, error: 1 })
    const next = (await report(key, end.batch, 'csv')).toString()
    const [titles, row] = next.split('\r\n')
    expect(titles).toMatch(new RegExp(`^\ufeff${header}`))
    expect(titles?.match(/suggestion/g)).toHaveLength(1)
    // The line is the one of the file that was brought.
    expect(row).toMatch(/^ok@example.org,Olga,Klein,room 1,Participant,4,unchanged,/)
  },
)

test('a report in German is recognised like one in English', async () => {
  const key = await companyWithRooms()
  const first = await executed(key, await drafted(key, 'invite-users', people))
  const text = (await report(key, first.batch, 'csv', 'de')).toString()
  const again = await drafted(key, 'invite-users', text.replace('broken', 'alan@example.org'))
  expect(await emails(key, again.batch)).toEqual(['alan@example.org'])
})

test('a report whose columns say what became of the mails is recognised as well', async () => {
  const key = await companyWithRooms()
  const first = await executed(key, await drafted(key, 'invite-users', people))
  const lines = (await report(key, first.batch, 'csv')).toString().trimEnd().split('\r\n')
  const [titles = '', ...rows] = lines
  const withMails = titles.includes('mail state') ? titles : `${titles},mail state,mail answer`
  const again = await drafted(key, 'invite-users', [withMails, ...rows].join('\r\n'))
  expect(await emails(key, again.batch)).toEqual(['broken'])
})

test('the rows of a source without a header are found in its report', async () => {
  const key = await companyWithRooms()
  const plain = people.split('\n').slice(1).join('\n')
  const first = await executed(key, await drafted(key, 'invite-users', plain))
  const text = (await report(key, first.batch, 'csv')).toString()
  expect(await emails(key, (await drafted(key, 'invite-users', text)).batch)).toEqual(['broken'])
})

test('a report in the place of the source that it is about is recognised', async () => {
  const key = await companyWithRooms()
  await executed(key, await drafted(key, 'delete-users', 'email\nnobody@example.org\n'))
  await executed(
    key,
    await drafted(key, 'invite-users', 'email,first name,last name\nada@example.org,Ada,L\n'),
  )
  const draft = await drafted(key, 'invite-users', `${people}ADA@example.org,Ada,Lovelace\n`)
  const plan = await verified(key, draft)
  const text = (await report(key, plan.batch, 'csv')).toString()
  const path = `/batches/${plan.batch}/source`
  const answer = await here.ask(path, { ...json('PUT', { text }), key })
  const replaced = await read(answer, contract.batch)
  const unchanged = plan.totals.unchanged
  expect(unchanged).toBeGreaterThan(0)
  expect(replaced.source.rows).toBe(plan.totals.rows - unchanged)
  expect(replaced.source.notices).toMatchObject([{ code: 'rows-done' }])
})

test('all rows of a report are taken for another operation, for another company, and where one asks for it', async () => {
  const key = await companyWithRooms()
  const first = await executed(key, await drafted(key, 'invite-users', people))
  const text = (await report(key, first.batch, 'csv')).toString()
  const stranger = await companyWithRooms()
  for (const batch of [
    await drafted(key, 'delete-users', text),
    await drafted(stranger, 'invite-users', text),
    await drafted(key, 'invite-users', text, { allRows: 'true' }),
  ]) {
    expect(batch.source).toMatchObject({ rows: 2, notices: [] })
  }
  const columns = text.replace('last name', 'surname')
  expect((await drafted(key, 'invite-users', columns)).source.rows).toBe(2)
})

test('a report of which every row is done is refused with a sentence that says how to take them', async () => {
  const key = await companyWithRooms()
  const fine = people.split('\n').slice(0, 2).join('\n')
  const first = await executed(key, await drafted(key, 'invite-users', fine))
  const text = (await report(key, first.batch, 'csv')).toString()
  const problem = await refusal(await bring(key, { operation: 'invite-users' }, text))
  expect(problem).toMatchObject({ status: 422, code: 'all-rows-done', details: { count: 1 } })
  expect(problem.title).toContain('--all-rows')
})

test('rows that a person left out are not taken again, and rows that were added are', async () => {
  const key = await companyWithRooms()
  const source = `${people}bob@example.org,Bob,Left\n`
  const draft = await drafted(key, 'invite-users', source)
  const leaving = json('POST', { leftOut: true, rows: [3] })
  expect((await here.ask(`/batches/${draft.batch}/left-out`, { ...leaving, key })).status).toBe(200)
  const first = await executed(key, draft)
  const text = (await report(key, first.batch, 'csv')).toString()
  const again = await drafted(key, 'invite-users', `${text}new@example.org,Nina,New\r\n`)
  expect(await emails(key, again.batch)).toEqual(['broken', 'new@example.org'])
})

test('rows that contradicted one that is done are said, since nothing contradicts them any more', async () => {
  const key = await companyWithRooms()
  const source =
    'email,first name,last name,room,role\n' +
    'ada@example.org,Ada,Lovelace,room 1,Moderator\nada@example.org,Ada,Lovelace,room 1,Guest\n'
  const first = await executed(key, await drafted(key, operation, source))
  expect(first.totals).toMatchObject({ done: 1, error: 1 })
  const text = (await report(key, first.batch, 'csv')).toString()
  const again = await drafted(key, operation, text)
  expect(again.source.notices).toMatchObject([
    { code: 'rows-done' },
    { code: 'rows-contradicting', message: expect.stringContaining(': 1, from line 3 on.') },
  ])
})

test('a long report is taken in pieces, however many of its rows are done', async () => {
  const key = await companyWithRooms()
  const users = Array.from({ length: 12_000 }, (_, at) => `u${at}@example.org,U,V`)
  const first = await verified(key, await drafted(key, 'invite-users', people))
  const done = users.map(
    (user, at) => `${user},${at + 2},${at % 4_000 === 3_999 ? 'error' : 'Done '},,,`,
  )
  const report = ['email,first name,last name,line,state,code,message,suggestion', ...done]
  const again = await drafted(key, 'invite-users', report.join('\n'))
  expect(first.source.rows).toBe(2)
  expect(again.source.rows).toBe(3)
  const { batch } = again
  const page = await read(await here.ask(`/batches/${batch}/rows`, { key }), contract.rowPage)
  expect(page.rows.map(({ line }) => line)).toEqual([4_001, 8_001, 12_001])
})

test('of full names that are split, the report has the halves, and a corrected half is still there', async () => {
  const key = await companyWithRooms()
  const source = 'email,Full name\nbroken,Ludwig van Beethoven\nada@example.org,Ada Lovelace\n'
  const draft = await drafted(key, 'invite-users', source)
  const fix = json('PATCH', { values: { firstName: 'Luis' } })
  expect((await here.ask(`/batches/${draft.batch}/rows/1`, { ...fix, key })).status).toBe(200)
  const first = await executed(key, draft)
  const text = (await report(key, first.batch, 'csv')).toString()
  expect(text).toMatch(/^\ufeffemail,Full name,First name,Last name,line,state,/)
  const again = await drafted(key, 'invite-users', text.replace('broken', 'l@example.org'))
  expect(again.source.notices).toMatchObject([{ code: 'rows-done' }])
  const page = await read(await here.ask(`/batches/${again.batch}/rows`, { key }), contract.rowPage)
  expect(page.rows.map(({ values }) => values)).toEqual([
    { email: 'l@example.org', firstName: 'Luis', lastName: 'van Beethoven' },
  ])
})
