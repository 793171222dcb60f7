import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { spawnSync } from 'node:child_process'
import { closeSync, openSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Batch } from '../../src/http/contract/batch.ts'
import { bin, sample, servedWorkplace, workplaceWithCompany } from './support/roster.ts'
import type { Workplace } from './support/roster.ts'

let place: Workplace
beforeAll(async () => {
  place = await workplaceWithCompany()
})
afterAll(() => place[Symbol.asyncDispose]())

const people = sample('invite-users.csv')

describe('what a person gets wrong ends with 2 and a sentence', () => {
  let served: Workplace
  beforeAll(async () => {
    served = await servedWorkplace()
  })
  afterAll(() => served[Symbol.asyncDispose]())

  it.each([
    [['rum'], "unknown command 'rum'"],
    [['batches', 'lits'], 'Did you mean “list”?'],
    [['users', 'list', '--jsn'], '--json'],
    [['users', 'list', 'all'], 'too many arguments'],
    [['users', 'list', '--data', '--jsn'], '--data needs a value'],
    [['run'], 'operation'],
    [['run', 'invite-user', people], 'Did you mean “invite-users”?'],
    [['run', 'invite-users', 'missing.csv'], 'There is no file missing.csv.'],
    [['run', 'invite-users', '.'], 'is a folder'],
    [['run', 'invite-users', people, '--map', 'emial=#1'], 'Did you mean “email”?'],
    [['run', 'invite-users', people, '--map', 'email'], 'FIELD=COLUMN'],
    [['run', 'invite-users', people, '--map', 'email=#9'], '#9'],
    [['run', 'invite-users', people, '--delimiter', 'ab'], '--delimiter'],
    [['run', 'invite-users', people, '--encoding', 'klingon'], 'klingon'],
    [['run', 'invite-users', people, '--language', 'fr'], 'en, de'],
    [['run', 'invite-users', people, '--report', 'report.pdf'], '.csv or .xlsx'],
    [['run', 'invite-users', people, '--report', 'no/such/folder.csv'], 'cannot be written'],
    [['run', 'invite-users', sample('delete-users.csv')], 'firstName, lastName'],
    [['run', 'invite-users', sample('delete-users.csv')], 'The columns are: #1.'],
    [['run', 'invite-users', people, '--as', 'nobody@example.org'], 'nobody@example.org'],
    [['users', 'list', '--company', 'Nowhere'], 'There is no company “Nowhere”.'],
    [['users', 'list', '--company', ''], '--company'],
    [['batches', 'show', 'nothing'], 'There is no batch nothing.'],
    [['users', 'export', 'nobody@example.org'], 'There is no user nobody@example.org.'],
    [['init', '--admin', 'a@example.org'], '--company NAME'],
    [['init', '--company', 'Other', '--admin', 'nonsense'], 'nonsense'],
    [['rooms', 'create', 'x', '--default-role', 'King'], 'Participant'],
    [['rooms', 'create', ''], 'name: must not be empty'],
    [['rooms', 'create', 'x'.repeat(201)], 'name: may have 200 characters at most'],
    [['keys', 'create'], '--name'],
  ])('%j', async (args, sentence) => {
    const { exit, out, err } = await served.roster(args)
    expect(err).toContain(sentence)
    expect({ exit, out }).toEqual({ exit: 2, out: '' })
  })

  it.each([
    [{ ROSTER_PORT: 'x' }, 'ROSTER_PORT must be'],
    [{ ROSTER_SECRET: 'short' }, 'at least 32 characters'],
    [{ ROSTER_URL: 'http://127.0.0.1:1' }, 'ROSTER_API_KEY'],
  ])('with %j', async (env, sentence) => {
    const { exit, err } = await place.roster(['users', 'list'], { env })
    expect(err).toContain(sentence)
    expect(exit).toBe(2)
  })

  it('a folder with other files is no data folder', async () => {
    await writeFile(path.join(place.folder, 'other'), '')
    const { exit, err } = await place.roster(['users', 'list', '--data', '.'])
    expect(err).toContain('Choose an empty or a new folder with --data.')
    expect(exit).toBe(2)
  })
})

describe('with --json', () => {
  it('a failure is one document on standard output, and a sentence on standard error', async () => {
    const { exit, out, err } = await place.roster(['--json', 'batches', 'show', 'nothing'])
    expect(exit).toBe(2)
    expect(JSON.parse(out)).toEqual({
      code: 'batch-not-found',
      title: 'There is no batch nothing.',
      details: { batch: 'nothing' },
    })
    expect(err).toBe('roster: There is no batch nothing.\n')
  })
})

describe('what nobody confirms is not executed', () => {
  it('what would have been asked is said, with its numbers', async () => {
    const env = { ROSTER_CONFIRM_MAILS: '2' }
    const { exit, err } = await place.roster(['run', 'invite-users', people], { env })
    expect(err).toContain('Invite 3 people, 3 mails? This cannot be undone. That sends 3 mails.')
    expect(exit).toBe(5)
  })

  it('without a terminal and --yes it ends with 5 and the whole document', async () => {
    const { exit, document } = await place.json<Batch>(['run', 'invite-users', people])
    expect(exit).toBe(5)
    expect(document).toMatchObject({ state: 'verified', totals: { ready: 3, done: 0 }, rows: [] })
  })

  it('--verify ends with 0 where nothing is wrong, and with 3 where something is', async () => {
    const fine = await place.roster(['run', 'invite-users', people, '--verify'])
    expect(fine.exit).toBe(0)
    const wrong = await place.roster(['run', 'delete-users', people, '--verify', '--yes'])
    expect(wrong.exit).toBe(3)
    const { document } = await place.json<readonly unknown[]>(['users', 'list'])
    expect(document).toHaveLength(1)
  })
})

describe('a standard output that cannot be written', () => {
  it.runIf(process.platform === 'linux')('is said, whatever was to be written', () => {
    const full = openSync('/dev/full', 'w')
    for (const args of [
      ['operations'],
      ['operations', '--json'],
      ['batches', 'show', 'x', '--json'],
    ]) {
      const { status, stderr } = spawnSync(process.execPath, [bin, ...args], {
        cwd: place.folder,
        env: { ...process.env, LC_ALL: 'C' },
        stdio: ['ignore', full, 'pipe'],
        encoding: 'utf8',
      })
      expect(status).toBe(args[0] === 'operations' ? 1 : 2)
      expect(stderr.trim().split('\n')).toHaveLength(1)
      expect(stderr).toMatch(/^roster: /u)
    }
    closeSync(full)
  })
})

describe('servers that are not there', () => {
  it.each([
    [{ ROSTER_URL: 'http://127.0.0.1:1', ROSTER_API_KEY: 'roster_x' }, 'cannot be reached'],
    [{ ROSTER_DATABASE_URL: 'postgres://a:b@127.0.0.1:1/c' }, 'ROSTER_DATABASE_URL'],
  ])('%j', async (env, sentence) => {
    const { exit, err } = await place.roster(['users', 'list'], { env })
    expect(err).toContain(sentence)
    expect(exit).toBe(1)
  })
})
