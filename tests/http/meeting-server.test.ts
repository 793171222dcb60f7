import { jwtVerify } from 'jose'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { meetingServer } from '../../src/http/contract/company.ts'
import { room } from '../../src/http/contract/directory.ts'
import { entry, openedRoom } from '../../src/http/contract/my-room.ts'
import { roles, type Role } from '../../src/domain/role.ts'
import { read, refusal, refused } from './support/read.ts'
import { json, startServer, type TestServer } from './support/start-server.ts'

const now = new Date('2026-11-22T10:00:00Z')
const secret = 'sixteen letters!'
const signed = {
  address: 'https://meet.example.org/{room}?jwt={jwt}#config.subject="{title}"',
  appId: 'roster',
  secret,
}

let here: TestServer

beforeAll(async () => void (here = await startServer({ now: () => now })))
afterAll(() => here[Symbol.asyncDispose]())
beforeEach(() => here.db.deleteFrom('meeting_servers').execute())

const put = (change: object) => here.ask('/company/meeting-server', json('PUT', change))

async function addRoom(name: string, defaultRole: Role): Promise<string> {
  const made = await here.ask('/rooms', json('POST', { name, defaultRole }))
  return (await read(made, room)).id
}

const enter = (id: string) => here.ask(`/my-rooms/${id}/entry`, { method: 'POST' })

async function addressOf(id: string): Promise<URL> {
  return new URL((await read(await enter(id), entry)).address)
}

describe('the meeting server of a company', () => {
  test('is none at first, set, changed and removed', async () => {
    const show = async () =>
      await read(await here.ask('/company/meeting-server'), meetingServer.nullable())
    expect(await show()).toBeNull()
    const plain = { address: 'https://meet.example.org/{room}', appId: null }
    expect(await read(await put(plain), meetingServer)).toEqual({ ...plain, hasSecret: false })
    expect(await read(await put(signed), meetingServer)).toEqual({
      address: signed.address,
      appId: 'roster',
      hasSecret: true,
    })
    expect((await show())?.hasSecret).toBe(true)
    expect((await here.ask('/company/meeting-server', { method: 'DELETE' })).status).toBe(204)
    expect(await show()).toBeNull()
    expect((await here.ask('/company/meeting-server', { method: 'DELETE' })).status).toBe(204)
  })

  test('keeps its secret sealed, shows it to nobody, and keeps it while nothing else is said', async () => {
    await put(signed)
    const { secret: _, ...unsaid } = signed
    expect(await read(await put({ ...unsaid, appId: 'other' }), meetingServer)).toMatchObject({
      appId: 'other',
      hasSecret: true,
    })
    const { rows } = await sql<{ text: string }>`select meeting_servers::text as text
      from meeting_servers`.execute(here.db)
    expect(rows[0]?.text).toContain('other')
    expect(rows[0]?.text).not.toContain(secret)
    expect(here.log.join()).not.toContain(secret)

    const id = await addRoom('Sealed', 'Participant')
    const token = (await addressOf(id)).searchParams.get('jwt') ?? ''
    expect(
      (await jwtVerify(token, new TextEncoder().encode(secret), { currentDate: now })).payload.iss,
    ).toBe('other')
  })

  test.each([
    ['nothing', 'meet.example.org/{room}', 'web address'],
    ['another scheme', 'javascript:alert("{room}")', 'web address'],
    ['a placeholder in the host', 'https://{room}.example.org/', 'web address'],
    ['a placeholder in the port', 'https://meet.example.org:{room}/', 'web address'],
    ['a backslash', String.raw`https://meet.example.org\@evil.example/{room}`, 'web address'],
    ['a space', 'https://meet.example.org/a b/{room}', 'web address'],
    [
      'another host behind the first',
      'https://meet.example.org//evil.example/{room}',
      'web address',
    ],
    ['a user', 'https://ada:secret@meet.example.org/{room}', 'user or a password'],
    ['a user who looks like the host', 'https://meet.example.org@evil.example/{room}', 'user'],
    ['no encryption', 'http://meet.example.org/{room}', 'https://'],
    ['a host that only looks like this machine', 'http://localhost.example.org/{room}', 'https://'],
    ['no room', 'https://meet.example.org/?n={name}', 'needs {room}'],
    ['an unknown placeholder', 'https://meet.example.org/{room}?e={email}', '{email}'],
    [
      'one that every object has',
      'https://meet.example.org/{room}?e={constructor}',
      '{constructor}',
    ],
    ['half a placeholder', 'https://meet.example.org/{room}?n={name', 'brace'],
    ['a name in the path', 'https://meet.example.org/{name}/{room}', '{name}'],
    ['a token that nobody signs', 'https://meet.example.org/{room}?jwt={jwt}', '{jwt}'],
  ])('is not set to an address with %s', async (_what, address, sentence) => {
    const problem = await refusal(await put({ address, appId: null }))
    expect(problem.code).toBe('invalid-request')
    expect(problem.title).toContain(sentence)
    expect(problem.title).not.toMatch(/\{\}|undefined/)
  })

  test.each([
    [{ ...signed, address: 'https://meet.example.org/{room}' }, 'needs {jwt}'],
    [{ ...signed, secret: null }, 'a secret'],
    [{ address: signed.address, appId: 'roster' }, 'a secret'],
    [{ address: 'https://meet.example.org/{room}', appId: null, secret }, 'an app ID'],
  ])('is not set to half of what signing needs: %j', async (change, sentence) => {
    const problem = await refusal(await put(change))
    expect(problem).toMatchObject({ status: 400, code: 'invalid-request' })
    expect(problem.title).toContain(sentence)
  })

  test('may be on this machine without encryption', async () => {
    for (const host of ['localhost:8443', '127.0.0.1', '[::1]:80']) {
      expect((await put({ address: `http://${host}/{room}`, appId: null })).status).toBe(200)
    }
  })

  test('is no affair of who does not manage the company settings, nor of another company', async () => {
    await put(signed)
    const { key } = await here.addCompany('Foreign')
    const seen = await here.ask('/company/meeting-server', { key })
    expect(await read(seen, meetingServer.nullable())).toBeNull()
    const id = await addRoom('Not theirs', 'Admin')
    expect(await refused(await here.ask(`/my-rooms/${id}/entry`, { method: 'POST', key }))).toEqual(
      [404, 'room-not-found'],
    )
  })
})

describe('who enters', () => {
  test('is told that no meeting server is configured', async () => {
    const id = await addRoom('Nowhere', 'Participant')
    const opened = await read(await here.ask(`/my-rooms/${id}`), openedRoom)
    expect(opened.canEnter).toBe(false)
    expect(await refused(await enter(id))).toEqual([409, 'no-meeting-server'])
    await put({ address: 'https://meet.example.org/{room}', appId: null })
    expect(await read(await here.ask(`/my-rooms/${id}`), openedRoom)).toMatchObject({
      canEnter: true,
    })
  })

  test('goes to the same address when the room is renamed, and it is stored nowhere on the way', async () => {
    await put({ address: 'https://meet.example.org/roster-{room}', appId: null })
    const id = await addRoom('Old name', 'Participant')
    const answer = await enter(id)
    expect(answer.headers.get('cache-control')).toBe('no-store')
    const { address } = await read(answer, entry)
    expect(address).toBe(`https://meet.example.org/roster-${id}`)
    await here.ask(`/rooms/${id}`, json('PATCH', { name: 'New name' }))
    expect((await addressOf(id)).href).toBe(address)
  })

  test('whatever they and the room are called, nothing of it leaves its place', async () => {
    await put({
      address: 'https://meet.example.org/{room}?n={name}&t={title}&r={role}#userInfo="{name}"&last',
      appId: null,
    })
    const name = '../&r=Admin#"?{room}%2e%2e/é 🎉'
    const id = await addRoom(name, 'Participant')
    await here.db
      .updateTable('users')
      .set({ first_name: name, last_name: 'L' })
      .where('id', '=', here.company.adminId)
      .execute()
    const address = await addressOf(id)
    expect(address.origin + address.pathname).toBe(`https://meet.example.org/${id}`)
    expect(Object.fromEntries(address.searchParams)).toEqual({
      n: `${name} L`,
      t: name,
      r: 'Participant',
    })
    expect(address.hash.split('&')).toHaveLength(2)
  })

  test.each(roles.filter((role) => role !== 'No access'))(
    'as %s shows a signed token that says who they are, which room, and whether they moderate',
    async (role) => {
      await put(signed)
      const id = await addRoom(`As ${role}`, role)
      await here.db
        .updateTable('users')
        .set({ first_name: 'Ada', last_name: 'Lovelace' })
        .where('id', '=', here.company.adminId)
        .execute()
      const address = await addressOf(id)
      const token = address.searchParams.get('jwt') ?? ''
      const { payload, protectedHeader } = await jwtVerify(
        token,
        new TextEncoder().encode(secret),
        {
          algorithms: ['HS256'],
          audience: 'jitsi',
          issuer: 'roster',
          subject: 'meet.example.org',
          currentDate: now,
        },
      )
      const moderator = role === 'Admin' || role === 'Moderator'
      expect(protectedHeader).toEqual({ alg: 'HS256', typ: 'JWT' })
      expect(payload).toEqual({
        iss: 'roster',
        aud: 'jitsi',
        sub: 'meet.example.org',
        room: id,
        moderator,
        nbf: +now / 1000 - 60,
        exp: +now / 1000 + 300,
        context: {
          user: { id: here.company.adminId, name: 'Ada Lovelace', moderator: String(moderator) },
        },
      })
      expect(address.pathname).toBe(`/${id}`)
    },
  )

  test('below a tenant has a token for the tenant, and for the room as the server calls it', async () => {
    await put({ ...signed, address: 'https://meet.example.org/Example/hall-{room}?jwt={jwt}' })
    const id = await addRoom('Tenant', 'Admin')
    const token = (await addressOf(id)).searchParams.get('jwt') ?? ''
    const { payload } = await jwtVerify(token, new TextEncoder().encode(secret), {
      currentDate: now,
    })
    expect(payload).toMatchObject({ sub: 'example', room: `hall-${id}` })
  })

  test('has no token of a secret that was sealed for another company', async () => {
    await put(signed)
    const { id: company_id } = await here.addCompany('Borrower')
    const stolen = await here.db.selectFrom('meeting_servers').selectAll().executeTakeFirstOrThrow()
    await here.db
      .insertInto('meeting_servers')
      .values({ ...stolen, company_id })
      .execute()
    const key = await here.addUser(company_id, 'ada@example.org', ['create-a-room'])
    const made = await here.ask('/rooms', {
      ...json('POST', { name: 'x', defaultRole: 'Admin' }),
      key,
    })
    const { id } = await read(made, room)
    const answer = await here.ask(`/my-rooms/${id}/entry`, { method: 'POST', key })
    expect(await refused(answer)).toEqual([409, 'no-meeting-server'])
  })
})
