import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Guest, User } from '../../src/http/contract/directory.ts'
import { sample, workplace } from './support/roster.ts'
import type { RunDocument, Workplace } from './support/roster.ts'

const done = (rows: number, mails: number) => ({
  exit: 0,
  state: 'done',
  totals: { rows, ready: 0, unchanged: 0, error: 0, done: rows, failed: 0, mails },
  rows: [],
})
const unchanged = (rows: number) => ({
  exit: 0,
  state: 'done',
  totals: { rows, ready: 0, unchanged: rows, error: 0, done: 0, failed: 0, mails: 0 },
})

// One journey: every step stands on those before it.
describe('the samples, on a fresh data folder', () => {
  let place: Workplace
  beforeAll(async () => {
    place = await workplace()
  })
  afterAll(() => place[Symbol.asyncDispose]())

  async function run(operation: string, file: string, ...flags: readonly string[]) {
    const args = ['run', operation, sample(file), ...flags]
    const { exit, document } = await place.json<RunDocument>(args)
    return { exit, ...document }
  }

  async function roomsOf(email: string) {
    const { document } = await place.json<readonly User[]>(['users', 'list'])
    const user = document.find((user) => user.email === email)
    return user?.rooms.map(({ room, role }) => `${room}: ${role}`)
  }

  it('1: the company and its first administrator', async () => {
    const args = ['init', '--company', 'Example', '--admin', 'admin@example.org']
    const { exit, out } = await place.roster(args)
    expect(exit).toBe(0)
    expect(out).toMatch(/^roster_\S+\n$/u)
  })

  it('2: three rooms without a default role', async () => {
    for (const room of ['room 1', 'room 2', 'room 3']) {
      expect((await place.roster(['rooms', 'create', room])).exit).toBe(0)
    }
    const { document } = await place.json(['rooms', 'list'])
    expect(document).toMatchObject([
      { name: 'room 1', defaultRole: null, users: 0, guests: 0 },
      { name: 'room 2', defaultRole: null },
      { name: 'room 3', defaultRole: null },
    ])
  })

  it('3: three people are invited', async () => {
    const first = await run('invite-users', 'invite-users.csv', '--yes')
    expect(first).toMatchObject({
      ...done(3, 3),
      operation: 'invite-users',
      source: {
        name: 'invite-users.csv',
        format: 'csv',
        encoding: 'utf-8',
        delimiter: ',',
        header: false,
        rows: 3,
      },
      mapping: { email: '#1', firstName: '#2', lastName: '#3' },
    })
    const { document } = await place.json<readonly User[]>(['users', 'list'])
    expect(document.filter(({ status }) => status === 'invited')).toHaveLength(3)
  })

  it('4: the same again changes nothing', async () => {
    const again = await run('invite-users', 'invite-users.csv', '--yes')
    expect(again).toMatchObject(unchanged(3))
  })

  it('5: three users get roles in rooms', async () => {
    const file = 'assign-users-to-rooms.csv'
    expect(await run('assign-users-to-rooms', file, '--yes')).toMatchObject(done(3, 0))
    expect(await roomsOf('ada@example.org')).toEqual(['room 1: Participant'])
    expect(await roomsOf('alan@example.org')).toEqual(['room 1: Admin'])
    expect(await roomsOf('grace@example.org')).toEqual(['room 3: Guest'])
  })

  it('6: one user gets a role in three rooms', async () => {
    const file = 'assign-several-rooms.csv'
    expect(await run('assign-users-to-rooms', file, '--yes')).toMatchObject(done(1, 0))
    expect(await roomsOf('ada@example.org')).toEqual([
      'room 1: Participant',
      'room 2: Participant',
      'room 3: Participant',
    ])
  })

  it('7: people are invited and assigned; cells are trimmed', async () => {
    const file = 'invite-and-assign-users.csv'
    expect(await run('invite-and-assign-users', file, '--yes')).toMatchObject(done(3, 3))
    expect(await roomsOf('barbara@example.org')).toEqual(['room 1: Spectator'])
  })

  it('8: three guests, of whom one is not mailed', async () => {
    expect(await run('invite-guests', 'invite-guests.csv', '--yes')).toMatchObject(done(3, 2))
    const { document } = await place.json<readonly Guest[]>(['guests', 'list'])
    const emmy = document.find(({ email }) => email === 'emmy@example.net')
    expect(emmy).toMatchObject({ name: 'Emmy', room: 'room 1', role: 'Spectator', mailedAt: null })
    expect(emmy?.link).toMatch(/^http:\/\/localhost:3000\/guest\//u)
  })

  it('9: a file as a German Excel writes it', async () => {
    const german = await run('invite-and-assign-users', 'german-excel.csv', '--yes')
    expect(german).toMatchObject({
      ...done(3, 3),
      source: { encoding: 'windows-1252', delimiter: ';', header: true, rows: 3 },
    })
    expect(await roomsOf('anna-lena.grün@example.org')).toEqual([
      'room 1: Spectator',
      'room 2: Spectator',
    ])
  })

  it('10: byte-order marks, UTF-16 and columns in another order', async () => {
    expect(await run('invite-users', 'bom-utf8.csv', '--yes')).toMatchObject(done(2, 2))
    const other = await run('invite-users', 'utf16-tabs.txt', '--yes')
    expect(other).toMatchObject({
      ...done(2, 2),
      source: { encoding: 'utf-16le', delimiter: '\t' },
    })
  })

  it('11: the same people from an XLSX and an ODS workbook', async () => {
    const xlsx = await run('invite-and-assign-users', 'people.xlsx', '--yes')
    expect(xlsx).toMatchObject({ ...done(3, 3), source: { format: 'xlsx' } })
    const ods = await run('invite-and-assign-users', 'people.ods', '--yes')
    expect(ods).toMatchObject({ ...unchanged(3), source: { format: 'ods' } })
  })

  it('12: problems stop everything, each with its code and suggestion', async () => {
    const { exit, state, totals, rows } = await run('invite-and-assign-users', 'with-problems.csv')
    expect({ exit, state }).toEqual({ exit: 3, state: 'verified' })
    expect(totals).toMatchObject({ rows: 8, ready: 1, unchanged: 1, error: 6, done: 0 })
    const found = rows.map(({ line, problems }) =>
      [line, ...problems.map(({ code, suggestion }) => `${code} ${suggestion ?? ''}`.trim())].join(
        ' ',
      ),
    )
    expect(found).toEqual([
      '4 contradicts-line',
      '5 invalid-email',
      '6 missing-value',
      '7 unknown-room room 1',
      '8 unknown-room',
      '9 unknown-role Participant',
    ])
  })

  it('13: the good rows are executed when the others are to be skipped', async () => {
    const flags = ['--skip-errors', '--yes']
    const { exit, totals } = await run('invite-and-assign-users', 'with-problems.csv', ...flags)
    expect(exit).toBe(4)
    expect(totals).toMatchObject({ done: 1, unchanged: 1, error: 6, ready: 0, failed: 0 })
  })

  it('14: accepted suggestions make two more rows good', async () => {
    const flags = ['--accept-suggestions', '--skip-errors', '--yes']
    const { exit, totals } = await run('invite-and-assign-users', 'with-problems.csv', ...flags)
    expect(exit).toBe(4)
    expect(totals).toMatchObject({ done: 2, unchanged: 2, error: 4 })
    expect(await roomsOf('role@example.org')).toEqual(['room 2: Participant'])
  })

  it('15: users leave all rooms, once', async () => {
    const file = 'remove-users-from-rooms.csv'
    expect(await run('remove-users-from-rooms', file, '--yes')).toMatchObject(done(3, 0))
    expect(await roomsOf('ada@example.org')).toEqual([])
    expect(await run('remove-users-from-rooms', file, '--yes')).toMatchObject(unchanged(3))
  })

  it('16: users are deleted, and unknown afterwards', async () => {
    expect(await run('delete-users', 'delete-users.csv', '--yes')).toMatchObject(done(3, 0))
    expect(await roomsOf('ada@example.org')).toBeUndefined()
    const again = await run('delete-users', 'delete-users.csv', '--yes')
    expect(again).toMatchObject({ exit: 3, totals: { error: 3, done: 0 } })
    expect(again.rows.flatMap(({ problems }) => problems.map(({ code }) => code))).toEqual([
      'unknown-user',
      'unknown-user',
      'unknown-user',
    ])
  })
})
