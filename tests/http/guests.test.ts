import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../../src/domain/id.ts'
import { queueGuestMails } from '../../src/mail/outbox.ts'
import { guest, guestPage, room } from '../../src/http/contract/directory.ts'
import { read, refused } from './support/read.ts'
import { json, startServer, type TestServer } from './support/start-server.ts'

let here: TestServer
let roomId: string

beforeAll(async () => {
  here = await startServer()
  roomId = (await read(await here.ask('/rooms', json('POST', { name: 'Room' })), room)).id
})

afterAll(() => here[Symbol.asyncDispose]())

let people = 0

async function addGuest(): Promise<string> {
  const [id, email] = [newId(), `guest${++people}@example.org`]
  await here.db
    .insertInto('guests')
    .values({
      company_id: here.company.id,
      id,
      room_id: roomId,
      email,
      email_key: email,
      name: 'Ada',
      role: 'Guest',
      language: 'en',
      valid_from: null,
      valid_until: null,
      issued_at: new Date(),
      mailed_at: null,
    })
    .execute()
  return id
}

function change(id: string, body: object, key?: string): Promise<Response> {
  return here.ask(`/guests/${id}`, { ...json('PATCH', body), ...(key && { key }) })
}

function remove(id: string, key?: string): Promise<Response> {
  return here.ask(`/guests/${id}`, { method: 'DELETE', ...(key && { key }) })
}

async function isListed(id: string): Promise<boolean> {
  const { guests } = await read(await here.ask('/guests'), guestPage)
  return guests.some((guest) => guest.id === id)
}

/** One mail with a link for each of the guests. */
async function mail(...ids: readonly string[]): Promise<void> {
  const guests = ids.map((id) => ({
    id,
    issuedAt: new Date(),
    room: 'Room',
    role: 'Guest' as const,
  }))
  const mails = [{ recipient: 'guest@example.org', name: 'Ada', guests }]
  const queue = { companyId: here.company.id, batchId: null, language: 'en', mails } as const
  await here.db.transaction().execute((tx) => queueGuestMails(tx, { ...queue, now: new Date() }))
}

/** Of each guest mail: the guests whose links it would bring, and whether it was withdrawn. */
async function mails() {
  const found = await here.db
    .selectFrom('mails')
    .select(['id', 'content'])
    .where('kind', '=', 'guest')
    .orderBy('id')
    .execute()
  const withdrawn = await here.db
    .selectFrom('mail_withdrawals' as never)
    .select('mail_id' as never)
    .execute()
  const gone = new Set(withdrawn.map((row: { mail_id?: string }) => row.mail_id))
  return found.map(({ id, content }) => ({
    guests: (content as { guests: readonly { id: string }[] }).guests.map(({ id }) => id),
    isWithdrawn: gone.has(id),
  }))
}

describe('changing a guest', () => {
  test('changes what is said, and nothing else', async () => {
    const id = await addGuest()
    const validUntil = '2030-01-01T10:00:00.000Z'
    const changed = await read(await change(id, { role: 'Spectator', validUntil }), guest)
    expect(changed).toMatchObject({ id, name: 'Ada', role: 'Spectator', validUntil, room: 'Room' })
    const again = await read(await change(id, { name: ' Grace ', validUntil: null }), guest)
    expect(again).toMatchObject({ name: 'Grace', role: 'Spectator', validUntil: null })
    expect(again.link).toBe(changed.link)
  })

  test('refuses a validity that ends before it begins, and keeps the one before', async () => {
    const id = await addGuest()
    await change(id, { validFrom: '2030-01-02T10:00:00Z' })
    const answer = await change(id, { validUntil: '2030-01-02T10:00:00Z' })
    expect(await refused(answer)).toEqual([400, 'invalid-request'])
    expect(await read(await change(id, {}), guest)).toMatchObject({
      validFrom: '2030-01-02T10:00:00.000Z',
      validUntil: null,
    })
  })

  test.each(['9999-12-31T23:59:59-14:00', '1969-12-31T23:59:59Z'])(
    'refuses a moment that could not be shown: %s',
    async (validUntil) => {
      const id = await addGuest()
      expect(await refused(await change(id, { validUntil }))).toEqual([400, 'invalid-request'])
      expect(await isListed(id)).toBe(true)
    },
  )
})

describe('deleting a guest', () => {
  test('takes their link out of the mails that have not left', async () => {
    const [one, other] = [await addGuest(), await addGuest()]
    await mail(one)
    await mail(one, other)
    expect((await remove(one)).status).toBe(204)

    expect(await isListed(one)).toBe(false)
    expect(await isListed(other)).toBe(true)
    expect(await mails()).toEqual([
      { guests: [one], isWithdrawn: true },
      { guests: [other], isWithdrawn: false },
    ])
  })
})

test('guests who do not exist, of another company, or gone, are all the same', async () => {
  const foreign = await here.addCompany('Other')
  const id = await addGuest()
  for (const [guest, key] of [
    [id, foreign.key],
    [newId(), here.company.key],
    ['none', here.company.key],
  ] as const) {
    expect(await refused(await change(guest, { name: 'X' }, key))).toEqual([404, 'guest-not-found'])
    expect(await refused(await remove(guest, key))).toEqual([404, 'guest-not-found'])
  }
  expect(await isListed(id)).toBe(true)
})

test('only who administrates rooms changes and deletes guests', async () => {
  const id = await addGuest()
  const key = await here.addUser(here.company.id, 'lister@example.org', ['list-all-rooms'])
  expect(await refused(await change(id, { name: 'X' }, key))).toEqual([403, 'permission-required'])
  expect(await refused(await remove(id, key))).toEqual([403, 'permission-required'])
})
