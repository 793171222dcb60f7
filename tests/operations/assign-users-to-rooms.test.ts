import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { directoryOf, mailsOf, userIn } from '../support/directory.ts'
import { openStage, type Stage, type StagedCompany } from '../support/stage.ts'

let stage: Stage
beforeAll(async () => void (stage = await openStage({ chunkSize: 2 })))
afterAll(() => stage[Symbol.asyncDispose]())

const assign = 'assign-users-to-rooms'

/** A company with room 1, room 2, room 3 and the user ada, who is Guest in room 1. */
async function company(): Promise<StagedCompany> {
  const company = await stage.company()
  for (const name of ['room 1', 'room 2', 'room 3']) await company.addRoom(name)
  await company.addUser('ada@example.org', { rooms: { 'room 1': 'Guest' } })
  return company
}

async function rooms(company: StagedCompany): Promise<unknown> {
  return (await userIn(company, 'ada@example.org'))?.rooms
}

test.each([
  ['an earlier role is overwritten', 'room 1,Admin', 'done', { 'room 1': 'Admin' }],
  ['the same role is unchanged', 'room 1,Guest', 'unchanged already-so', { 'room 1': 'Guest' }],
  ['No access is a role like the others', 'room 1,No access', 'done', { 'room 1': 'No access' }],
  [
    'a room without a role gets one',
    'room 2,Admin',
    'done',
    { 'room 1': 'Guest', 'room 2': 'Admin' },
  ],
  [
    'several rooms get the role, those that have it already are left alone',
    '"room 1,room 2 , room 3",Guest',
    'done',
    { 'room 1': 'Guest', 'room 2': 'Guest', 'room 3': 'Guest' },
  ],
  [
    'a room that is named twice in a cell is one room',
    '"room 2,room 2",Guest',
    'done',
    { 'room 1': 'Guest', 'room 2': 'Guest' },
  ],
  ['roles are understood in German', 'room 1,Zuschauer', 'done', { 'room 1': 'Spectator' }],
])('%s', async (_rule, cells, said, expected) => {
  const it = await company()
  expect((await it.run(assign, [`ADA@example.org,${cells}`])).said).toEqual([said])
  expect(await rooms(it)).toEqual(expected)
  expect(await mailsOf(it)).toEqual([])
})

test('only the rooms that change are recorded, each with its role before and after', async () => {
  const it = await company()
  const { rows } = await it.run(assign, ['ada@example.org,"room 1,room 2",Guest'])
  expect(rows[0]?.changes).toEqual([{ before: null, after: { room: 'room 2', role: 'Guest' } }])
})

test('an invited user is assigned as well, without a mail', async () => {
  const it = await company()
  await it.addUser('new@example.org', { invitedAt: new Date('2020-01-01') })
  expect((await it.run(assign, ['new@example.org,room 1,Admin'])).said).toEqual(['done'])
  expect(await mailsOf(it)).toEqual([])
})

describe('room names', () => {
  test('the whole cell is tried as one room name first, then it is split', async () => {
    const it = await company()
    await it.addRoom('Berlin, Haus 2')
    await it.addRoom('room 1,room 2')
    const { said } = await it.run(assign, [
      'ada@example.org,"Berlin, Haus 2",Admin',
      'ada@example.org,"room 1,room 2",Admin',
      'ada@example.org,"room 2,room 1",Spectator',
    ])
    expect(said).toEqual(['done', 'done', 'done'])
    expect(await rooms(it)).toEqual({
      'Berlin, Haus 2': 'Admin',
      'room 1,room 2': 'Admin',
      'room 1': 'Spectator',
      'room 2': 'Spectator',
    })
  })

  test('a room whose own name contains a comma or quotes can be quoted inside the cell', async () => {
    const it = await company()
    await it.addRoom('Berlin, Haus 2')
    await it.addRoom('15" screen, large')
    const { said } = await it.run(assign, [
      `ada@example.org,"""Berlin, Haus 2"", room 2",Admin`,
      `ada@example.org,"room 3,""15"""" screen, large""",Admin`,
    ])
    expect(said).toEqual(['done', 'done'])
    expect(Object.keys((await rooms(it)) as object).toSorted()).toEqual([
      '15" screen, large',
      'Berlin, Haus 2',
      'room 1',
      'room 2',
      'room 3',
    ])
  })

  test.each([
    ['names match exactly, case included', 'Room 2', 'error unknown-room "room 2"'],
    ['what is nearly right is only suggested', 'roon 2', 'error unknown-room "room 2"'],
    ['a digit is never guessed', 'room 4', 'error unknown-room'],
    ['what is like nothing gets no suggestion', 'Atlantis', 'error unknown-room'],
    [
      'the suggestion mends the whole cell',
      '"room 1,Room 2,ROOM 3"',
      'error unknown-room "room 1,room 2,room 3"',
    ],
    [
      'one of several without a near name, and there is no suggestion',
      '"Room 2,Atlantis"',
      'error unknown-room',
    ],
  ])('%s: %s', async (_rule, cell, said) => {
    const it = await company()
    const outcome = await it.run(assign, [`ada@example.org,${cell},Admin`])
    expect(outcome.said).toEqual([said])
    expect(await rooms(it)).toEqual({ 'room 1': 'Guest' })
  })

  test('the problem names all unknown rooms of the cell, and the cell', async () => {
    const it = await company()
    const { rows } = await it.plan(assign, ['ada@example.org,"Atlantis,room 1,Utopia",Admin'])
    expect(rows[0]?.problems[0]?.particulars).toEqual({
      value: 'Atlantis, Utopia',
      cell: 'Atlantis,room 1,Utopia',
    })
  })

  test('a room whose own name has a comma is suggested for the whole cell', async () => {
    const it = await company()
    await it.addRoom('Berlin, east wing')
    const { said } = await it.plan(assign, ['ada@example.org,"Berlin, East Wing",Guest'])
    expect(said).toEqual(['error unknown-room "Berlin, east wing"'])
  })

  test('a suggested name with a comma is quoted, so that the mended cell is read as it is meant', async () => {
    const it = await company()
    await it.addRoom('Berlin, Haus 2')
    const { said } = await it.plan(assign, [`ada@example.org,"""berlin, haus 2"",room 2",Admin`])
    expect(said).toEqual([`error unknown-room ""Berlin, Haus 2",room 2"`])
  })
})

test('a row is atomic: one wrong room, and nothing of the row happens; the other rows go on', async () => {
  const it = await company()
  const { said } = await it.run(assign, [
    'ada@example.org,"room 2,Atlantis",Admin',
    'ada@example.org,room 3,Admin',
  ])
  expect(said).toEqual(['error unknown-room', 'done'])
  expect(await rooms(it)).toEqual({ 'room 1': 'Guest', 'room 3': 'Admin' })
})

test('all that is wrong with a row is said at once', async () => {
  const it = await company()
  const { said } = await it.plan(assign, [
    'nobody@example.org,Atlantis,Admin',
    'ada@example.org,,Partcipant',
  ])
  expect(said).toEqual([
    'error unknown-user, unknown-room',
    'error missing-value, unknown-role "Participant"',
  ])
})

test('an unknown address is a problem; this operation invites nobody', async () => {
  const it = await company()
  const { said } = await it.run(assign, ['nobody@example.org,room 1,Admin'])
  expect(said).toEqual(['error unknown-user'])
  expect((await directoryOf(it)).users).toHaveLength(2)
})

describe('rows of one user', () => {
  test.each([
    [
      'two rows that say the same: the later is unchanged',
      ['room 2,Admin', 'room 2,Admin'],
      ['done', 'unchanged same-as-line 1'],
      { 'room 2': 'Admin' },
    ],
    [
      'one user, one room, two roles: the later is a problem that names the earlier',
      ['room 2,Admin', 'room 2,Guest'],
      ['done', 'error contradicts-line 1'],
      { 'room 2': 'Admin' },
    ],
    [
      'a row that contradicts in one room does nothing in its others',
      ['room 2,Admin', '"room 3,room 2",Guest', 'room 3,Spectator'],
      ['done', 'error contradicts-line 1', 'done'],
      { 'room 2': 'Admin', 'room 3': 'Spectator' },
    ],
    [
      'of a row that repeats some rooms, the others are done',
      ['room 2,Admin', '"room 2,room 3",Admin'],
      ['done', 'done'],
      { 'room 2': 'Admin', 'room 3': 'Admin' },
    ],
    [
      'a row that says again what two rows have said is unchanged',
      ['room 2,Admin', 'room 3,Admin', '"room 3,room 2",Admin'],
      ['done', 'done', 'unchanged same-as-line 2'],
      { 'room 2': 'Admin', 'room 3': 'Admin' },
    ],
    [
      'what the directory has already can be contradicted as well',
      ['room 1,Guest', 'room 1,Admin'],
      ['unchanged already-so', 'error contradicts-line 1'],
      {},
    ],
    [
      'rows with a problem take no part in the comparison',
      ['"room 2,Atlantis",Admin', 'room 2,Guest', 'room 2,Nonsense', 'room 2,Guest'],
      ['error unknown-room', 'done', 'error unknown-role', 'unchanged same-as-line 2'],
      { 'room 2': 'Guest' },
    ],
  ])('%s', async (_rule, cells, said, expected) => {
    const it = await company()
    const outcome = await it.run(
      assign,
      cells.map((cell) => `ada@example.org,${cell}`),
    )
    expect(outcome.said).toEqual(said)
    expect(await rooms(it)).toEqual({ 'room 1': 'Guest', ...expected })
  })
})
