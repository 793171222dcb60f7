import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { workplaceWithCompany } from './support/roster.ts'
import type { RunDocument, Running, Workplace } from './support/roster.ts'

let place: Workplace
let server: Running
beforeAll(async () => {
  place = await workplaceWithCompany()
  // The commands use it, instead of starting one each.
  server = place.start(['serve'], { env: { ROSTER_PORT: '0' } })
  await server.says('Ctrl-C')
})
afterAll(async () => {
  server.signal('SIGTERM')
  await server.ended
  await place[Symbol.asyncDispose]()
})

const run = ['run', 'invite-users']

async function file(name: string, text: string): Promise<string> {
  const at = path.join(place.folder, name)
  await writeFile(at, text)
  return at
}

it('a mapping that was said once is offered for the same columns, and used with --as-before', async () => {
  const source = await file('crm.csv', 'Kontakt,Ruf,Sippe\nada@example.org,Ada,Lovelace\n')
  const before = await place.roster([...run, source, '--verify', '--as-before'])
  expect(before.exit).toBe(2)
  expect(before.err).toContain('No mapping is remembered for these columns.')

  const flags = ['--map', 'firstName=Sippe', '--map', 'lastName=Ruf', '--map', 'email=Kontakt']
  expect((await place.roster([...run, source, '--verify', ...flags])).exit).toBe(0)

  const offered = await place.roster([...run, source, '--verify'])
  expect(offered.err).toMatch(
    /Remembered for these columns \(.*, admin@example\.org\): Email ← Kontakt, First name ← Sippe, Last name ← Ruf\. Use it: --as-before\n/u,
  )
  const { document, err } = await place.json<RunDocument>([
    ...run,
    source,
    '--verify',
    '--as-before',
  ])
  expect(document.mapping).toEqual({ email: 'Kontakt', firstName: 'Sippe', lastName: 'Ruf' })
  expect(document).toMatchObject({ state: 'verified', remembered: null, asBefore: true })
  expect(err).not.toContain('Remembered')

  const german = await place.roster([...run, source, '--verify'], { env: { LC_ALL: 'de_DE' } })
  expect(german.err).toContain('Übernehmen: --as-before')
})

it('--as-before is also right where the columns are mapped like that anyway', async () => {
  const source = await file('plain.csv', 'email,first name,last name\nada@example.org,Ada,L\n')
  const flags = ['--map', 'email=email']
  expect((await place.roster([...run, source, '--verify', ...flags])).exit).toBe(0)
  expect((await place.roster([...run, source, '--verify', '--as-before'])).exit).toBe(0)
})

it('a report is brought again: what is done is not taken, and said; with --all-rows it is', async () => {
  const source = await file('people.csv', 'kurt@example.org,Kurt,Gödel\nbroken,Alan,Turing\n')
  const report = path.join(place.folder, 'report.csv')
  const first = await place.roster([...run, source, '--yes', '--skip-errors', '--report', report])
  expect(first.exit).toBe(4)

  const again = await place.json<RunDocument>([...run, report, '--verify', '--rows', 'all'])
  expect(again.document.rows.map(({ values }) => values.email)).toEqual(['broken'])
  expect(again.err).toMatch(
    /^ {2}This is the report of a batch of .* not taken again: 1\. Take them as well: --all-rows$/mu,
  )
  const all = await place.json<RunDocument>([...run, report, '--verify', '--all-rows'])
  expect(all.document.totals.rows).toBe(2)
})

it('--first-line says where reading begins', async () => {
  const source = await file(
    'title.csv',
    'x@example.org,A,B\nemail,first name,last name\ny@example.org,C,D\n',
  )
  const flags = ['--verify', '--rows', 'all', '--first-line', '2']
  const { document } = await place.json<RunDocument>([...run, source, ...flags])
  expect(document.source).toMatchObject({ header: true, rows: 1, firstLine: 2 })
})
