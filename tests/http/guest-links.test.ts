import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { room } from '../../src/http/contract/directory.ts'
import { entry, guestRoom } from '../../src/http/contract/my-room.ts'
import { newId } from '../../src/domain/id.ts'
import { roleRights, roles, type Role } from '../../src/domain/role.ts'
import { altered } from './support/altered.ts'
import { openBrowser } from './support/browser.ts'
import { read, refusal, refused } from './support/read.ts'
import { registeredRoutes } from './support/registered-routes.ts'
import { secretOf, withLink } from './support/shown-link.ts'
import { json, startServer, type TestServer } from './support/start-server.ts'

const start = new Date('2026-11-22T10:00:00Z')
const minute = 60_000

let here: TestServer
let now = start
let roomId: string

beforeAll(async () => {
  here = await startServer({ now: () => now })
  roomId = await addRoom('Hall')
})
afterAll(() => here[Symbol.asyncDispose]())
beforeEach(() => void (now = start))

async function addRoom(name: string): Promise<string> {
  return (await read(await here.ask('/rooms', json('POST', { name })), room)).id
}

interface Guest {
  readonly id: string
  readonly link: string
}

interface NewGuest {
  readonly role?: Role
  readonly validFrom?: Date
  readonly validUntil?: Date
  readonly room?: string
}

async function addGuest(guest: NewGuest = {}): Promise<Guest> {
  const [id, company_id] = [newId(), here.company.id]
  await here.db
    .insertInto('guests')
    .values({
      company_id,
      id,
      room_id: guest.room ?? roomId,
      email: `${id}@example.org`,
      email_key: `${id}@example.org`,
      name: 'Emmy',
      role: guest.role ?? 'Guest',
      language: 'de',
      valid_from: guest.validFrom ?? null,
      valid_until: guest.validUntil ?? null,
      issued_at: start,
    })
    .execute()
  return { id, link: secretOf(here.services.links.guest(company_id, id, start)) }
}

const ask = (path: string, link: string, init: RequestInit = {}) =>
  here.ask(path, { ...withLink(link, init), key: null })

const show = ({ link }: Guest) => ask('/guest-room', link)
const enter = ({ link }: Guest) => ask('/guest-room/entry', link, { method: 'POST' })

const setMeetingServer = (address: string) =>
  here.ask('/company/meeting-server', json('PUT', { address, appId: null }))

describe('the page of a guest link', () => {
  test.each(roles.filter((role) => roleRights[role].join))(
    'shows the one room, and what a %s may do there',
    async (role) => {
      const until = new Date(+start + minute)
      const guest = await addGuest({ role, validUntil: until })
      expect(await read(await show(guest), guestRoom)).toEqual({
        company: 'Example',
        room: 'Hall',
        name: 'Emmy',
        role,
        language: 'de',
        may: roleRights[role],
        validUntil: until.toISOString(),
        canEnter: false,
      })
    },
  )

  test('opens from the first moment of its validity to the last, and says so outside of it', async () => {
    const [from, until] = [new Date(+start + minute), new Date(+start + 2 * minute)]
    const guest = await addGuest({ validFrom: from, validUntil: until })
    const statusAt = async (time: number) => {
      now = new Date(time)
      return [(await show(guest)).status, (await enter(guest)).status]
    }
    expect(await statusAt(+from - 1)).toEqual([403, 403])
    expect(await refusal(await show(guest))).toMatchObject({
      code: 'link-too-early',
      details: { from: from.toISOString() },
    })
    // Nothing is configured to be entered, but the link opens.
    expect(await statusAt(+from)).toEqual([200, 409])
    expect(await statusAt(+until - 1)).toEqual([200, 409])
    expect(await statusAt(+until)).toEqual([410, 410])
    expect(await refusal(await show(guest))).toMatchObject({
      code: 'link-expired',
      details: { until: until.toISOString() },
    })
  })

  test('does not open for the role that gives no access', async () => {
    const guest = await addGuest({ role: 'No access' })
    expect(await refused(await show(guest))).toEqual([403, 'no-entry'])
    expect(await refused(await enter(guest))).toEqual([403, 'no-entry'])
  })

  test('does not open for what is no guest link, nor for one that was issued anew', async () => {
    const { id, link } = await addGuest()
    const { links } = here.services
    for (const wrong of [
      '',
      'x',
      altered(link),
      secretOf(links.guest(here.company.id, newId(), start)),
      secretOf(links.guest(newId(), id, start)),
      secretOf(links.guest(here.company.id, id, new Date(+start - 1))),
      secretOf(links.invitation(here.company.id, id, start)),
    ]) {
      expect(await refused(await show({ id, link: wrong }))).toEqual([404, 'link-unknown'])
      expect(await refused(await enter({ id, link: wrong }))).toEqual([404, 'link-unknown'])
    }
  })
})

describe('what is changed of a guest', () => {
  test('holds at once: name, role, validity', async () => {
    const guest = await addGuest()
    const change = async (body: object) => {
      const changed = await here.ask(`/guests/${guest.id}`, json('PATCH', body))
      expect(changed.status).toBe(200)
      return await show(guest)
    }
    expect(
      await read(await change({ name: 'E. Noether', role: 'Moderator' }), guestRoom),
    ).toMatchObject({
      name: 'E. Noether',
      role: 'Moderator',
      may: { moderate: true, edit: false },
    })
    expect(await refused(await change({ role: 'No access' }))).toEqual([403, 'no-entry'])
    const validUntil = new Date(+start - 1).toISOString()
    expect(await refused(await change({ role: 'Guest', validUntil }))).toEqual([
      410,
      'link-expired',
    ])
    expect((await change({ validUntil: null })).status).toBe(200)
  })

  test('who is deleted is out, and so are all guests of a room that is', async () => {
    const guest = await addGuest()
    expect((await here.ask(`/guests/${guest.id}`, { method: 'DELETE' })).status).toBe(204)
    expect(await refused(await show(guest))).toEqual([404, 'link-unknown'])
    const attic = await addRoom('Attic')
    const other = await addGuest({ room: attic })
    expect((await here.ask(`/rooms/${attic}`, { method: 'DELETE' })).status).toBe(204)
    expect(await refused(await enter(other))).toEqual([404, 'link-unknown'])
  })
})

describe('a guest who enters', () => {
  test('goes to the room on the meeting server, under their own name, and to no other', async () => {
    await setMeetingServer('https://meet.example.org/{room}?name={name}&role={role}')
    const guest = await addGuest({ role: 'Spectator' })
    expect(await read(await show(guest), guestRoom)).toMatchObject({ canEnter: true })
    const answer = await enter(guest)
    expect(answer.headers.get('cache-control')).toBe('no-store')
    const { address } = await read(answer, entry)
    expect(address).toBe(`https://meet.example.org/${roomId}?name=Emmy&role=Spectator`)
    await here.ask('/company/meeting-server', { method: 'DELETE' })
    expect(await refused(await enter(guest))).toEqual([409, 'no-meeting-server'])
  })

  test('cannot be sent there by a page of another site', async () => {
    const { link } = await addGuest()
    const foreign = { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' }
    const answer = await ask('/guest-room/entry', link, { method: 'POST', headers: foreign })
    expect(await refused(answer)).toEqual([403, 'cross-site-request'])
  })
})

test('whatever else there is, it answers a guest as if it did not exist', async () => {
  const { link } = await addGuest()
  const signedIn = openBrowser(here)
  await signedIn.send('POST', '/session', { key: here.company.key })
  const others = (await registeredRoutes(here.services)).filter(
    ({ needs, url }) => needs !== 'public' && needs !== 'guest-link' && url.startsWith('/api/v1'),
  )
  expect(others.length).toBeGreaterThan(50)
  const ids = { batch: newId(), row: '1', room: roomId, user: here.company.adminId }
  for (const { method, url, needs } of others) {
    const path = url
      .replace('/api/v1', '')
      .replace(/:(\w+)/g, (_, name: string) => ids[name as keyof typeof ids] ?? newId())
    const code = String(needs).endsWith('-link') ? 'link-unknown' : 'not-found'
    // In the guest's own browser, and in one where somebody is signed in: the link is who they are.
    for (const cookie of ['', signedIn.cookie ?? '']) {
      const headers = { cookie, 'sec-fetch-site': 'same-origin' }
      const init = method === 'GET' ? { headers } : json(method, {}, headers)
      const answer = await ask(path, link, init)
      expect([method, url, ...(await refused(answer))]).toEqual([method, url, 404, code])
    }
  }
})
