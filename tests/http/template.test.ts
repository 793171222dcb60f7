import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { text } from 'node:stream/consumers'
import { promisify } from 'node:util'
import { openXlsx, readXlsx, saveXlsx } from 'hucre/xlsx'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { fromBufferPromise } from 'yauzl'
import { fields } from '../../src/domain/fields.ts'
import { languages } from '../../src/domain/language.ts'
import * as contract from '../../src/http/contract/batch.ts'
import { read as readSource } from '../../src/ingest/testing/read-source.ts'
import { matchColumns } from '../../src/mapping/match-columns.ts'
import { operationNamed, operations } from '../../src/operations/index.ts'
import { read, refusal, refused } from './support/read.ts'
import { json, startServer, type TestServer } from './support/start-server.ts'
import { workbookFlaws } from '../support/workbook-flaws.ts'

let here: TestServer
const rooms = ['room 10', 'room 2', 'Räume, groß', '007', '<b>&"x"', '=1+1']

beforeAll(async () => {
  here = await startServer()
  for (const name of rooms) await here.ask('/rooms', json('POST', { name }))
})

afterAll(() => here[Symbol.asyncDispose]())

async function template(operation: string, query = ''): Promise<Buffer> {
  const answer = await here.ask(`/operations/${operation}/template?${query}`)
  expect(answer.status).toBe(200)
  return Buffer.from(await answer.arrayBuffer())
}

async function upload(operation: string, file: Uint8Array<ArrayBuffer>): Promise<Response> {
  const body = new FormData()
  body.append('operation', operation)
  body.append('file', new Blob([file]), 'template.xlsx')
  return await here.ask('/batches', { method: 'POST', body })
}

const all = operations.flatMap(({ name }) => languages.map((language) => [name, language] as const))

describe.each(all)('%s in %s', (name, language) => {
  const operation = operationNamed(name)
  const titles = operation.fields.map((field) => fields[field].label[language])

  test.each([
    ['csv', null],
    ['xlsx', operation.label[language]],
  ])('as %s it is read as no rows, with every field by its name', async (format, sheet) => {
    const file = await template(name, `format=${format}&language=${language}`)
    const source = await readSource(file)
    expect(source.cells).toEqual([titles])
    expect(source.sheet).toBe(sheet)

    const mapping = matchColumns({
      fields: operation.fields,
      sample: source.rows,
      choice: {},
      knownRooms: new Set(rooms),
    })
    expect(mapping.header).toBe(true)
    expect(mapping.fields).toEqual(
      Object.fromEntries(operation.fields.map((field, index) => [field, index])),
    )
    expect(new Set(Object.values(mapping.reasons))).toEqual(new Set(['name']))
  })

  test('Excel finds nothing to repair in it', async () => {
    expect(await workbookFlaws(await template(name, `language=${language}`))).toEqual([])
  })

  test('the examples of the help, filled in where they belong, are read as what they are', async () => {
    const workbook = await openXlsx(await template(name, `language=${language}`))
    const [sheet, help] = workbook.sheets
    if (sheet === undefined || help === undefined) throw new Error('A sheet is missing.')
    const examples = help.rows.slice(-operation.examples.length)
    sheet.rows = [[...titles], ...examples.map((cells) => cells.slice(0, titles.length))]
    const answer = await upload(name, new Uint8Array(await saveXlsx(workbook)))
    const draft = await read(answer, contract.batch)

    expect(draft.source).toMatchObject({ rows: examples.length, sheet: sheet.name, header: true })
    expect(draft.missing).toEqual([])
    const path = `/batches/${draft.batch}/verification`
    const verified = await read(await here.ask(path, { method: 'POST' }), contract.batch)
    const codes = new Set(verified.groups.map(({ code }) => code))
    expect(codes.difference(new Set(['unknown-user', 'unknown-room']))).toEqual(new Set())
  })
})

test('a template that nobody filled in is refused, since it has no rows', async () => {
  const answer = await upload('invite-guests', new Uint8Array(await template('invite-guests')))
  expect(await refused(answer)).toEqual([422, 'no-rows'])
})

test('what can be chosen can be chosen in every row, and several rooms may be named', async () => {
  const file = await template('invite-guests', 'language=de')
  const zip = await fromBufferPromise(file)
  const parts = new Map<string, string>()
  for await (const entry of zip.eachEntry()) {
    parts.set(entry.fileName, await text(await zip.openReadStreamPromise(entry)))
  }
  const sheet = parts.get('xl/worksheets/sheet1.xml') ?? ''
  const validations = sheet.match(/<dataValidation .*?<\/dataValidation>/g) ?? []
  expect(
    validations.map((xml) => [
      /sqref="([^"]+)"/.exec(xml)?.[1],
      /errorStyle="([^"]+)"/.exec(xml)?.[1],
      /<formula1>(.*)<\/formula1>/.exec(xml)?.[1],
    ]),
  ).toEqual([
    ['C2:C1048576', 'warning', "'Räume'!$A$2:$A$7"],
    ['D2:D1048576', 'stop', '"Admin,Moderator,Teilnehmer,Gast,Zuschauer,Kein Zugriff"'],
    ['E2:E1048576', 'stop', '"Wahr,Falsch"'],
  ])

  const { sheets } = await readXlsx(file)
  expect(sheets.map(({ name }) => name)).toEqual(['Gäste einladen', 'Hilfe', 'Räume'])
  expect(sheets[2]?.rows.flat()).toEqual([
    'Räume',
    '<b>&"x"',
    '=1+1',
    '007',
    'Räume, groß',
    'room 2',
    'room 10',
  ])
})

test('a company without rooms has none to choose from, and another company’s are not shown', async () => {
  const other = await here.addCompany('Roomless')
  const answer = await here.ask('/operations/invite-guests/template', { key: other.key })
  const { sheets } = await readXlsx(new Uint8Array(await answer.arrayBuffer()))
  expect(sheets.map(({ name }) => name)).toEqual(['Invite guests', 'Help'])
  expect(sheets[0]?.dataValidations?.map(({ range }) => range)).toEqual([
    'D2:D1048576',
    'E2:E1048576',
  ])
})

test('without a wish it is a workbook in the reader’s language, named by the operation', async () => {
  const headers = { 'accept-language': 'de' }
  const answer = await here.ask('/operations/delete-users/template', { headers })
  expect(answer.headers.get('content-type')).toContain('spreadsheetml.sheet')
  expect(answer.headers.get('content-disposition')).toBe(
    'attachment; filename="delete-users-vorlage.xlsx"',
  )
  expect((await template('delete-users', 'format=csv')).toString()).toBe('\ufeffEmail\r\n')
})

test('a CSV template is opened in columns: a German Excel wants semicolons, an English one commas', async () => {
  const german = await template('invite-users', 'format=csv&language=de')
  expect(german.toString()).toBe('\ufeffE-Mail;Vorname;Nachname\r\n')
  const english = await template('invite-users', 'format=csv&language=en')
  expect(english.toString()).toBe('\ufeffEmail,First name,Last name\r\n')
})

test('an operation that does not exist has no template', async () => {
  const { code, title } = await refusal(await here.ask('/operations/nonsense/template'))
  expect(code).toBe('unknown-operation')
  expect(title).toContain('delete-users')
})

const officeIsThere = await promisify(execFile)('soffice', ['--version']).then(
  () => true,
  () => false,
)

test.runIf(officeIsThere)(
  'a spreadsheet program opens it, and what it saves is understood',
  async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'roster template-'))
    try {
      await writeFile(path.join(folder, 'template.xlsx'), await template('invite-guests'))
      const profile = `-env:UserInstallation=file://${encodeURI(folder)}/profile`
      const options = ['--headless', '--convert-to', 'ods', '--outdir', folder, 'template.xlsx']
      await promisify(execFile)('soffice', [profile, ...options], { cwd: folder })
      const saved = await readFile(path.join(folder, 'template.ods'))
      const source = await readSource(saved)
      expect(source).toMatchObject({ format: 'ods', sheet: 'Invite guests' })
      expect(source.cells).toEqual([['Email', 'Name', 'Rooms', 'Role', 'Send mail']])
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  },
)
