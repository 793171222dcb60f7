import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '../../src/domain/id.ts'
import { isLanguage, languages } from '../../src/domain/language.ts'
import { MappingError } from '../../src/domain/mapping.ts'
import { requestErrors } from '../../src/domain/request-error.ts'
import { SourceError, unreadableReasons } from '../../src/domain/table.ts'
import { loggable } from '../../src/http/errors/loggable.ts'
import { toProblem } from '../../src/http/errors/to-problem.ts'
import { form } from './support/form.ts'
import { refusal, refused } from './support/read.ts'
import { json, startServer, type TestServer } from './support/start-server.ts'

let here: TestServer

beforeAll(async () => {
  here = await startServer()
})

afterAll(() => here[Symbol.asyncDispose]())

test('a problem names its code, its request and a page that explains it', async () => {
  await here.ask('/rooms', json('POST', { name: 'Twice' }))
  const problem = await refusal(await here.ask('/rooms', json('POST', { name: ' Twice ' })))

  expect(problem).toEqual({
    type: '/api/problems#room-exists',
    title: 'There is already a room “Twice”.',
    status: 409,
    code: 'room-exists',
    details: { name: 'Twice' },
    request: expect.stringMatching(/^[\da-f-]{36}$/),
  })
  const page = await (await fetch(`${here.url}/api/problems`)).text()
  for (const code of Object.keys(requestErrors)) expect(page).toContain(`id="${code}"`)
})

test('sentences come in the language that is asked for, else in the user’s', async () => {
  const german = await here.addUser(here.company.id, 'de@example.example')
  const title = async (language: string | null, key: string) => {
    const headers = new Headers(language === null ? {} : { 'accept-language': language })
    return (await refusal(await here.ask('/users', { key, headers }))).title
  }
  expect(await title(null, german)).toMatch(/^Dafür ist die Berechtigung „Alle Benutzer auflisten“/)
  expect(await title('*', german)).toMatch(/^Dafür/)
  expect(await title('fr, en;q=0.5, de;q=0.4', german)).toMatch(/^This needs the permission “List/)
  expect(await title('de-AT', 'no key')).toMatch(
    /^Bitte anmelden, oder einen gültigen API-Schlüssel/,
  )
})

async function titleOf(path: string, init: RequestInit, language: string): Promise<string> {
  const headers = new Headers(init.headers)
  headers.set('accept-language', language)
  return (await refusal(await here.ask(path, { ...init, headers }))).title
}

test('input that is not as the schema says is refused with the place and the reason', async () => {
  const name = json('POST', { name: 7 })
  expect(await titleOf('/rooms', name, 'en')).toBe(
    'name: Invalid input: expected string, received number',
  )
  expect(await titleOf('/rooms', name, 'de')).toMatch(/^name: Ungültige Eingabe/)
  expect(await titleOf('/rooms?limit=0', {}, 'en')).toMatch(/^limit: /)
  const rows = `/batches/${newId()}/rows`
  expect(await titleOf(`${rows}?state=lost`, {}, 'en')).toMatch(/^state: .*"ready"/)
  expect(await titleOf(`${rows}?state=ready&state=lost`, {}, 'en')).toMatch(/^state\.1: .*"ready"/)
  expect(await titleOf('/rooms', json('POST', { name: 'x', color: 1 }), 'en')).toContain('color')
  expect(await titleOf('/rooms', { ...name, body: '{' }, 'en')).toBe('The body is not valid JSON.')
  expect(await titleOf('/rooms', { ...name, body: 'x'.repeat(2_000_000) }, 'en')).toMatch(/larger/)
  expect(await titleOf('/rooms', json('POST', { name: 'a\u0000b' }), 'de')).toMatch(
    /^Ein Name kann keine/,
  )
})

test('a character that cannot be stored is the caller’s problem, not ours', async () => {
  const cursor = Buffer.from(JSON.stringify(['\u0000'])).toString('base64url')
  expect(await refused(await here.ask(`/users?cursor=${cursor}`))).toEqual([400, 'invalid-request'])
})

test('what nobody expected tells the caller nothing but where to look', async () => {
  await using broken = await startServer()
  await sql`alter table rooms rename to elsewhere`.execute(broken.db)
  const problem = await refusal(await broken.ask('/rooms'))

  expect(problem).toMatchObject({
    status: 500,
    code: 'unexpected',
    details: { request: problem.request },
  })
  expect(JSON.stringify(problem)).not.toContain('relation')
  const logged = broken.log.find((line) => line.includes('a request failed')) ?? ''
  expect(logged).toContain(problem.request)
  expect(logged).toContain('relation \\"rooms\\" does not exist')
})

test('an address that no route could have is refused like any other', async () => {
  for (const path of ['/batches/%ff', `/batches/${'x'.repeat(300)}`]) {
    expect(await refused(await here.ask(path))).toEqual([400, 'invalid-request'])
  }
})

test('a database that is ending or starting is said to be out of reach', () => {
  for (const code of ['57P01', '57P03', 'ECONNREFUSED']) {
    const gone = Object.assign(new Error('not now'), { code })
    expect(toProblem(gone, 'en', 'r').problem).toMatchObject({
      status: 503,
      code: 'database-unreachable',
    })
  }
})

test('a full disk is said to be one', () => {
  const full = Object.assign(new Error('could not extend file'), { code: '53100' })
  expect(toProblem(full, 'en', 'r').problem).toMatchObject({ status: 507, code: 'storage-full' })
})

test('the log has neither keys nor addresses nor names', async () => {
  await here.ask('/rooms', json('POST', { name: 'Secret room' }))
  await here.ask('/users?cursor=YWRhQGV4YW1wbGUub3Jn')
  await here.ask('/me', { key: here.folderKey, headers: { 'roster-as': 'gone@example.org' } })
  const body = form({ operation: 'delete-users' }, 'ada@example.org')
  await here.ask('/batches', { method: 'POST', body })

  const log = here.log.join('')
  expect(log).toContain('/api/v1/rooms')
  expect(log).not.toMatch(/roster_|@|Secret room|YWRh|the-key-in-the-data-folder/)
})

test('an error is logged without what PostgreSQL says of the data, and without addresses and keys', () => {
  const error = Object.assign(new Error('no ada@example.org here'), {
    code: '23505',
    detail: 'Key (email)=(ada@example.org) already exists.',
    cause: new Error(`roster_${'x'.repeat(64)}`),
  })
  const text = JSON.stringify(loggable(error))
  expect(text).toContain('23505')
  expect(text).not.toMatch(/ada|example\.org|xxxx/)
})

test('what the job engine tells of an error is logged, though it is none', () => {
  const told = { message: 'no ada@example.org here', queue: 'deliver-mails' }
  expect(loggable(told)).toEqual({ type: 'object', message: 'no [address] here' })
})

test.each(languages)(
  'every source that cannot be read has a sentence of its own (%s)',
  (language) => {
    const details = {
      line: 3,
      limit: 1000,
      encoding: 'x',
      delimiter: 'x',
      sheet: 'x',
      sheets: 'a, b',
    }
    const errors = [
      ...unreadableReasons.map(
        (reason) => new SourceError('unreadable-source', { ...details, reason }),
      ),
      ...(
        [
          'apple',
          'document',
          'encrypted',
          'json',
          'mail',
          'markup',
          'office',
          'pdf',
          'presentation',
          'vcard',
          'xls',
          'xlsb',
          'zip',
        ] as const
      ).map((found) => new SourceError('unsupported-format', { found })),
      ...(
        [
          'unknown-encoding',
          'unknown-delimiter',
          'unclosed-quote',
          'unknown-sheet',
          'source-too-large',
          'too-many-rows',
          'no-rows',
          'no-such-line',
          'all-rows-done',
        ] as const
      ).map((code) => new SourceError(code, details)),
      new SourceError('unreadable-source', {
        ...details,
        reason: 'invalid-bytes',
        column: 7,
        suggestion: 'cp850',
      }),
      new MappingError('unknown-column', { column: 'x', columns: 'a, b' }),
      new MappingError('column-chosen-twice', { column: 'x' }),
    ]
    const titles = errors.map((error) => toProblem(error, language, 'r').problem.title)
    expect(new Set(titles).size).toBe(titles.length)
    for (const title of titles) expect(title).toMatch(/^[A-ZÄÖÜ„“].*[^ {}]\.?$/u)
    expect(titles[0]).toMatch(language === 'de' ? /\(Zeile 3\)/ : /at line 3:/)
    const place =
      language === 'de' ? /\(Zeile 3, Spalte 7\).* cp850/ : /at line 3, column 7:.* cp850/
    expect(titles.some((title) => place.test(title))).toBe(true)
    expect(isLanguage(language)).toBe(true)
  },
)
