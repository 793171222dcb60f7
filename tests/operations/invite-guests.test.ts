import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { directoryOf, mailsOf } from '../support/directory.ts'
import { daysAgo, openStage, type Stage, type StagedCompany } from '../support/stage.ts'

let stage: Stage
beforeAll(async () => void (stage = await openStage({ chunkSize: 2 })))
afterAll(() => stage[Symbol.asyncDispose]())

const inviteGuests = 'invite-guests'

async function company(): Promise<StagedCompany> {
  const company = await stage.company()
  for (const name of ['room 1', 'room 2', 'room 3']) await company.addRoom(name)
  return company
}

/** What the links of a company's guests are derived from. */
async function links({ db, id }: StagedCompany): Promise<readonly object[]> {
  return await db
    .selectFrom('guests')
    .select(['id', 'issued_at', 'room_id'])
    .where('company_id', '=', id)
    .orderBy('room_id')
    .execute()
}

async function mailed(company: StagedCompany, at: Date): Promise<void> {
  await company.db
    .updateTable('guests')
    .set({ mailed_at: at })
    .where('company_id', '=', company.id)
    .execute()
}

test('each room of the row gets a link, and one mail brings all links of the row', async () => {
  const it = await company()
  const { said, batch } = await it.run(inviteGuests, [
    'kurt@example.net,Kurt,"room 1,room 2",Participant,True',
    'emmy@example.net,Emmy,room 3,Spectator,False',
  ])
  expect(said).toEqual(['done', 'done'])
  expect(batch.totals.mails).toBe(1)
  const { guests, users } = await directoryOf(it)
  expect(guests.map(({ email, room, role }) => [email, room, role])).toEqual([
    ['emmy@example.net', 'room 3', 'Spectator'],
    ['kurt@example.net', 'room 1', 'Participant'],
    ['kurt@example.net', 'room 2', 'Participant'],
  ])
  expect(users).toHaveLength(1)
  expect(await mailsOf(it)).toEqual([
    {
      to: 'kurt@example.net',
      kind: 'guest',
      state: 'queued',
      rooms: ['room 1: Participant', 'room 2: Participant'],
    },
  ])
})

describe('True and False', () => {
  test.each([
    ['True', 1],
    ['WAHR', 1],
    ['ja', 1],
    ['1', 1],
    ['False', 0],
    ['FALSCH', 0],
    ['Nein', 0],
    ['0', 0],
  ])('%s queues %i mails', async (word, mails) => {
    const it = await company()
    const { said } = await it.run(inviteGuests, [`kurt@example.net,Kurt,room 1,Gast,${word}`])
    expect(said).toEqual(['done'])
    expect(await mailsOf(it)).toHaveLength(mails)
  })

  test('an unknown word is a problem, never silently False', async () => {
    const it = await company()
    const { said } = await it.run(inviteGuests, [
      'kurt@example.net,Kurt,room 1,Guest,maybe',
      'emmy@example.net,Emmy,room 1,Guest,',
    ])
    expect(said).toEqual(['error unknown-boolean', 'error missing-value'])
    expect((await directoryOf(it)).guests).toEqual([])
  })
})

describe('a guest who has a link for the room', () => {
  test('keeps it; name and role are brought up to date', async () => {
    const it = await company()
    await it.run(inviteGuests, ['kurt@example.net,Kurt,room 1,Guest,False'])
    const before = await links(it)
    const { said, rows } = await it.run(inviteGuests, [
      'KURT@example.net,Kurt Gödel,room 1,Admin,False',
    ])
    expect(said).toEqual(['done'])
    expect(rows[0]?.changes).toEqual([
      {
        before: { room: 'room 1', name: 'Kurt', role: 'Guest' },
        after: { room: 'room 1', name: 'Kurt Gödel', role: 'Admin' },
      },
    ])
    expect(await links(it)).toEqual(before)
    expect((await directoryOf(it)).guests).toMatchObject([{ name: 'Kurt Gödel', role: 'Admin' }])
    expect(await mailsOf(it)).toEqual([])
  })

  test.each([
    [
      'mailed less than 15 days ago',
      daysAgo(15, -1),
      'Kurt',
      'True',
      'unchanged already-mailed',
      0,
    ],
    ['mailed 15 days ago', daysAgo(15), 'Kurt', 'True', 'done', 1],
    ['never mailed', null, 'Kurt', 'True', 'done', 1],
    ['mailed just now, but the name is new', daysAgo(0), 'Kurt Gödel', 'True', 'done', 1],
    ['mailed just now, the name is new, False', daysAgo(0), 'Kurt Gödel', 'False', 'done', 0],
    ['mailed long ago, False', daysAgo(99), 'Kurt', 'False', 'unchanged already-so', 0],
  ])('%s', async (_when, at, name, sendMail, said, mails) => {
    const it = await company()
    await it.run(inviteGuests, ['kurt@example.net,Kurt,room 1,Guest,False'])
    if (at !== null) await mailed(it, at)
    const before = await links(it)
    const outcome = await it.run(inviteGuests, [
      `kurt@example.net,${name},room 1,Guest,${sendMail}`,
    ])
    expect(outcome.said).toEqual([said])
    expect(await mailsOf(it)).toHaveLength(mails)
    expect(await links(it)).toEqual(before)
    const [guest] = (await directoryOf(it)).guests
    const mailedAt = mails === 1 ? daysAgo(0) : at
    expect(guest?.mailedAt).toBe(mailedAt === null ? null : mailedAt.toISOString().slice(0, 19))
  })

  test('in one of several rooms: the mail brings the links of all of them', async () => {
    const it = await company()
    await it.run(inviteGuests, ['kurt@example.net,Kurt,room 1,Guest,True'])
    const { said, rows } = await it.run(inviteGuests, [
      'kurt@example.net,Kurt,"room 1,room 2",Guest,True',
    ])
    expect(said).toEqual(['done'])
    expect(rows[0]?.changes).toHaveLength(1)
    expect((await mailsOf(it)).at(-1)?.rooms).toEqual(['room 1: Guest', 'room 2: Guest'])
  })
})

test('the address of a user may also be a guest: that is noticed', async () => {
  const it = await company()
  await it.addUser('ada@example.org')
  const line = 'Ada@example.org,Ada,room 1,Guest,True'
  expect((await it.run(inviteGuests, [line])).said).toEqual(['done also-a-user'])
  expect((await it.run(inviteGuests, [line])).said).toEqual([
    'unchanged also-a-user, already-mailed',
  ])
})

test.each([
  [
    'the same twice is unchanged, and mailed once',
    ['Kurt,room 1,Guest,True', 'Kurt,room 1,Guest,True'],
    ['done', 'unchanged same-as-line 1'],
    1,
  ],
  [
    'two roles in one room contradict each other',
    ['Kurt,room 1,Guest,True', 'Kurt,room 1,Admin,True'],
    ['done', 'error contradicts-line 1'],
    1,
  ],
  [
    'one address with two names is a contradiction, whatever the rooms',
    ['Kurt,room 1,Guest,True', 'Kurt Gödel,room 2,Guest,True'],
    ['done', 'error contradicts-line 1'],
    1,
  ],
  [
    'other rooms of the same guest are another row with another mail',
    ['Kurt,room 1,Guest,True', 'Kurt,"room 1,room 2",Guest,True'],
    ['done', 'done'],
    2,
  ],
  [
    'one wrong room, and nothing of the row happens',
    ['Kurt,"room 1,Room 2",Guest,True'],
    ['error unknown-room "room 1,room 2"'],
    0,
  ],
])('rows of one guest: %s', async (_rule, lines, said, mails) => {
  const it = await company()
  const outcome = await it.run(
    inviteGuests,
    lines.map((line) => `kurt@example.net,${line}`),
  )
  expect(outcome.said).toEqual(said)
  expect(await mailsOf(it)).toHaveLength(mails)
})
