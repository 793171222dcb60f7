import { readFile, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Batch } from '../../src/http/contract/batch.ts'
import type { Room } from '../../src/http/contract/directory.ts'
import { sample, servedWorkplace, workplaceWithCompany } from './support/roster.ts'
import type { RunDocument, Workplace } from './support/roster.ts'

let place: Workplace
beforeAll(async () => {
  place = await servedWorkplace()
  await place.roster(['rooms', 'create', 'room 1'])
})
afterAll(() => place[Symbol.asyncDispose]())

async function file(name: string, text: string): Promise<string> {
  const at = path.join(place.folder, name)
  await writeFile(at, text)
  return at
}

describe('how a source is read can be said', () => {
  it('a mapping, columns to ignore, a delimiter and a header', async () => {
    const source = await file(
      'crm.txt',
      'who\tprivate\tfirst\tlast\nada@example.org\tada@home.example\tAda\tLovelace\n',
    )
    const flags = ['--map', 'email=who', '--map', 'FIRSTNAME=#3', '--ignore', 'private']
    const read = ['--map', 'lastName=last', '--delimiter', 'tab', '--header', '--language', 'de']
    const { exit, document } = await place.json<RunDocument>([
      'run',
      'invite-users',
      source,
      '--verify',
      ...flags,
      ...read,
    ])
    expect(exit).toBe(0)
    expect(document.mapping).toEqual({ email: 'who', firstName: 'first', lastName: 'last' })
    expect(document).toMatchObject({ language: 'de', source: { delimiter: '\t', header: true } })
  })

  it('a pipe is read, named or not, and can be sent again', async () => {
    for (const args of [['-'], []]) {
      const ended = await place.roster(['run', 'invite-users', ...args, '--verify', '--json'], {
        input: 'kurt@example.org,Kurt,Gödel\n',
      })
      expect(ended.exit).toBe(0)
      expect(JSON.parse(ended.out)).toMatchObject({ source: { rows: 1 }, totals: { ready: 1 } })
    }
  })

  it('a file’s name keeps its letters', async () => {
    const source = await file('Käse “1”.csv', 'kurt@example.org,Kurt,Gödel\n')
    const args = ['run', 'invite-users', source, '--verify']
    const { document } = await place.json<RunDocument>(args)
    expect(document.source.name).toBe('Käse “1”.csv')
  })
})

describe('what a person wants of the end', () => {
  const problems = ['run', 'invite-and-assign-users', sample('with-problems.csv')]

  it('--rows all gives every row, else those with problems', async () => {
    const some = await place.json<RunDocument>([...problems, '--verify'])
    const all = await place.json<RunDocument>([...problems, '--verify', '--rows', 'all'])
    expect(some.document.rows.every((row) => row.state === 'error')).toBe(true)
    expect(all.document.rows.map(({ line }) => line)).toEqual([2, 3, 4, 5, 6, 7, 8, 9])
  })

  it('--report writes the rows as CSV or XLSX, and replaces what was there', async () => {
    const csv = await file('report.csv', 'x'.repeat(10_000))
    const flags = ['--report', csv, '--only', 'problems']
    expect((await place.roster([...problems, ...flags])).exit).toBe(3)
    const lines = (await readFile(csv, 'utf8')).split('\r\n')
    expect(lines[0]).toMatch(/^\uFEFFemail,.*,line,state,code,message,suggestion$/u)
    expect(lines.filter((line) => line !== '').length).toBeLessThan(8)

    const xlsx = path.join(place.folder, 'report.xlsx')
    await place.roster([...problems, '--report', xlsx])
    expect((await readFile(xlsx)).subarray(0, 2).toString()).toBe('PK')
  })

  it('what would happen is said in a sentence before, and what has happened afterwards', async () => {
    const source = await file('one.csv', 'emmy@example.org,Emmy,Noether\n')
    const planned = await place.roster(['run', 'invite-users', source, '--verify'])
    expect(planned.err).toContain('\n  1 person will be invited\n')
    const done = await place.roster(['run', 'invite-users', source, '--yes'])
    expect(done.err).toContain('\n  1 person was invited\n')
    const id = /Batch (\S+)/u.exec(done.err)?.[1] ?? ''
    const shown = await place.roster(['batches', 'show', id])
    expect(shown.out).toContain(' 1 person was invited\n')
  })

  it('--hold-mails keeps the mails of the batch until somebody releases them', async () => {
    const source = await file('held.csv', 'hedy@example.org,Hedy,Lamarr\n')
    const run = ['run', 'invite-users', source, '--yes', '--hold-mails']
    expect((await place.json<Batch>(run)).document.holdsMails).toBe(true)
    expect((await place.roster(['mails', 'list', '--search', 'hedy'])).out).toContain(' held ')
  })

  it('a report that is never written leaves no file', async () => {
    const report = path.join(place.folder, 'never.csv')
    const source = sample('delete-users.csv')
    const { exit } = await place.roster(['run', 'invite-users', source, '--report', report])
    expect(exit).toBe(2)
    await expect(stat(report)).rejects.toThrow('ENOENT')
  })
})

describe('batches', () => {
  it('are listed newest first, and shown, reported and resumed', async () => {
    const invited = await place.json<Batch>([
      'run',
      'invite-users',
      sample('invite-users.csv'),
      '--yes',
    ])
    const id = invited.document.batch
    const { document } = await place.json<readonly Batch[]>(['batches', 'list'])
    expect(document[0]?.batch).toBe(id)
    expect(invited.err).not.toContain('Waiting')
    const shown = await place.json<Batch>(['batches', 'show', id])
    const { rows: _, ...rest } = { rows: null, ...invited.document }
    expect(shown.document).toEqual(rest)
    expect((await place.json<RunDocument>(['batches', 'resume', id])).document).toEqual(
      invited.document,
    )
    const report = await place.roster(['batches', 'report', id])
    expect(report.out).toMatch(/^\uFEFF.*\r\nada@example.org,Ada,Lovelace,1,done,,,,queued,\r\n/u)
    expect((await place.roster(['batches', 'stop', id])).exit).toBe(2)
  })
})

describe('flags of every command', () => {
  it('stand anywhere', async () => {
    const elsewhere = path.join(place.folder, 'data')
    for (const args of [
      ['--data', elsewhere, '--json', 'rooms', 'list'],
      ['rooms', '--json', 'list', '--data', elsewhere],
      ['rooms', 'list', '--json', `--data=${elsewhere}`, '--as', 'admin@example.org'],
      ['rooms', '--company', 'Example', '--json'],
    ]) {
      const { exit, out } = await place.roster(args)
      expect({ exit, rooms: JSON.parse(out) }).toMatchObject({
        exit: 0,
        rooms: [{ name: 'room 1' }],
      })
    }
  })

  it('nothing is coloured where nobody watches, not even on a build machine', async () => {
    const { err } = await place.roster(['batches', 'show', 'x'], { env: { CI: 'true' } })
    expect(err).toBe('roster: There is no batch x.\n')
  })

  it('German is spoken where the environment asks for it', async () => {
    const { err } = await place.roster(['batches', 'show', 'x'], {
      env: { LC_ALL: '', LANG: 'de_AT.UTF-8' },
    })
    expect(err).toBe('roster: Es gibt keinen Stapel x.\n')
  })

  it('an API key opens the API of a server that ROSTER_URL names, and acts as its owner', async () => {
    const { out: key } = await place.roster(['keys', 'create', '--name', 'test'])
    const busy = await place.roster(['serve'], { env: { ROSTER_PORT: '0' } })
    expect(busy).toMatchObject({ exit: 1, err: expect.stringContaining('already served at') })
    const url = /http:\/\/127\S+\d/u.exec(busy.err)?.[0] ?? ''
    const env = { ROSTER_URL: url, ROSTER_API_KEY: key.trim() }
    const rooms = await place.roster(['rooms', 'list', '--json'], { env })
    expect(JSON.parse(rooms.out)).toHaveLength(1)
    const other = await place.roster(['rooms', 'list', '--as', 'b@example.org'], { env })
    expect(other.exit).toBe(2)
    const wrong = await place.roster(['rooms', 'list'], { env: { ...env, ROSTER_API_KEY: 'x' } })
    expect(wrong.exit).toBe(2)
    expect(wrong.err).toContain('does not know the key in ROSTER_API_KEY')
  })
})

describe('without a server', () => {
  it('a command opens the data folder and tells of its mails; a server may start afterwards', async () => {
    await using alone = await workplaceWithCompany()
    const source = sample('invite-users.csv')
    const run = ['run', 'invite-users', source, '--yes', '--hold-mails']
    const { document, err } = await alone.json<Batch>(run)
    expect(document.totals.done).toBe(3)
    expect(err).not.toContain('Waiting')
    expect(err).toContain('3 held until somebody releases them')
    const server = alone.start(['serve'], { env: { ROSTER_PORT: '0' } })
    await server.says('Ctrl-C')
    server.signal('SIGTERM')
    expect((await server.ended).exit).toBe(0)
  })
})

it('a list shows only what contains a text, as a table and as JSON', async () => {
  for (const name of ['Hall', 'Great hall', 'Cellar']) await place.roster(['rooms', 'create', name])
  const { document } = await place.json<readonly Room[]>(['rooms', 'list', '--search', 'HALL'])
  expect(document.map(({ name }) => name)).toEqual(['Great hall', 'Hall'])
  const { out } = await place.roster(['rooms', 'list', '--search', 'cell'])
  expect(out).toContain('Cellar')
  expect(out).not.toContain('Hall')
})
