import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../../src/domain/id.ts'
import { batch, rowPage } from '../../src/http/contract/batch.ts'
import * as contract from '../../src/http/contract/directory.ts'
import { mailContent, mailPage } from '../../src/http/contract/mail.ts'
import { read, refused } from './support/read.ts'
import { json, startServer, type TestCompany, type TestServer } from './support/start-server.ts'

let here: TestServer
let foreign: TestCompany

beforeAll(async () => {
  here = await startServer()
  foreign = await here.addCompany('Other')
})

afterAll(() => here[Symbol.asyncDispose]())

async function addRoom(name: string, defaultRole: string | null = null): Promise<string> {
  const answer = await here.ask('/rooms', json('POST', { name, defaultRole }))
  return (await read(answer, contract.room)).id
}

async function verify(operation: string, text: string) {
  const drafted = await here.ask('/batches', json('POST', { operation, text }))
  const path = `/batches/${(await read(drafted, batch)).batch}`
  const { digest } = await read(await here.ask(`${path}/verification`, { method: 'POST' }), batch)
  return { path, digest }
}

async function execute({ path, digest }: { path: string; digest: string | null }): Promise<void> {
  expect((await here.ask(`${path}/execution`, json('POST', { digest }))).status).toBe(202)
  expect(await (await here.ask(`${path}/events`)).text()).toContain('"state":"done"')
}

const run = async (operation: string, text: string) => execute(await verify(operation, text))

async function room(id: string) {
  const { name, defaultRole } = await read(await here.ask(`/rooms/${id}`), contract.room)
  return { name, defaultRole }
}

describe('a room', () => {
  test('is renamed, and given or taken a default role; what is not said stays', async () => {
    const id = await addRoom('Hall')
    const change = async (body: object) =>
      read(await here.ask(`/rooms/${id}`, json('PATCH', body)), contract.room)

    expect(await change({ name: ' Great hall ' })).toMatchObject({ id, name: 'Great hall' })
    expect(await change({ defaultRole: 'Spectator' })).toMatchObject({ name: 'Great hall' })
    expect(await room(id)).toEqual({ name: 'Great hall', defaultRole: 'Spectator' })
    await change({})
    await change({ defaultRole: null, name: 'great hall' })
    expect(await room(id)).toEqual({ name: 'great hall', defaultRole: null })
  })

  test('is not given the name of another, or none', async () => {
    const id = await addRoom('Attic')
    await addRoom('Cellar')
    for (const [name, status, code] of [
      ['Cellar', 409, 'room-exists'],
      ['  ', 400, 'invalid-request'],
      ['a\nb', 400, 'invalid-request'],
    ]) {
      const answer = await here.ask(`/rooms/${id}`, json('PATCH', { name }))
      expect([name, ...(await refused(answer))]).toEqual([name, status, code])
    }
    expect((await here.ask(`/rooms/${id}`, json('PATCH', { name: 'Attic' }))).status).toBe(200)
  })

  test('of another company, or none, is as if it did not exist', async () => {
    const ours = await addRoom('Ours')
    const asks = [
      ['', {}],
      ['', json('PATCH', { name: 'Theirs' })],
      ['', { method: 'DELETE' }],
      ['/members', {}],
    ] as const
    for (const [path, init] of asks) {
      for (const [id, key] of [
        [ours, foreign.key],
        [newId(), here.company.key],
        ['x', here.company.key],
      ] as const) {
        const answer = await here.ask(`/rooms/${id}${path}`, { ...init, key })
        expect([path, init, ...(await refused(answer))]).toEqual([
          path,
          init,
          404,
          'room-not-found',
        ])
      }
    }
    expect(await room(ours)).toEqual({ name: 'Ours', defaultRole: null })
  })

  test('is read by whoever lists rooms, and changed by whoever administrates them', async () => {
    const id = await addRoom('Guarded')
    const reader = await here.addUser(here.company.id, 'reader@example.example', ['list-all-rooms'])
    const keeper = await here.addUser(here.company.id, 'keeper@example.example', [
      'administrate-rooms',
    ])
    const statuses = async (key: string) => [
      (await here.ask(`/rooms/${id}`, { key })).status,
      (await here.ask(`/rooms/${id}/members`, { key })).status,
      (await here.ask(`/rooms/${id}`, { ...json('PATCH', {}), key })).status,
      (await here.ask(`/rooms/${id}`, { method: 'DELETE', key })).status,
    ]
    expect(await statuses(reader)).toEqual([200, 403, 403, 403])
    expect(await statuses(keeper)).toEqual([200, 403, 200, 204])
  })
})

test('the members of a room are those who were assigned, then all others by its default role', async () => {
  const company = await here.addCompany('Members')
  const { key } = company
  const ask = (path: string, init: RequestInit = {}) => here.ask(path, { ...init, key })
  for (const name of ['zoe', 'ada', 'bob']) await here.addUser(company.id, `${name}@example.org`)
  const made = await ask('/rooms', json('POST', { name: 'Hall' }))
  const { id } = await read(made, contract.room)
  await sql`
    insert into assignments (company_id, user_id, room_id, role)
    select company_id, id, ${id}, case email when 'zoe@example.org' then 'No access' else 'Admin' end
    from users where company_id = ${company.id} and email in ('zoe@example.org', 'bob@example.org')
  `.execute(here.db)

  const members = async (query = '') => {
    const path = `/rooms/${id}/members?limit=1${query}`
    const found: string[] = []
    const totals = new Set<number>()
    let cursor = ''
    do {
      const page = await read(await ask(`${path}${cursor}`), contract.roomMemberPage)
      found.push(...page.members.map((one) => `${one.email} ${one.role} ${one.reason}`))
      totals.add(page.total)
      cursor = page.next === null ? '' : `&cursor=${page.next}`
    } while (cursor !== '')
    expect([...totals]).toEqual([found.length])
    return found
  }
  const assigned = ['bob@example.org Admin assigned', 'zoe@example.org No access assigned']
  expect(await members()).toEqual(assigned)

  await ask(`/rooms/${id}`, json('PATCH', { defaultRole: 'Spectator' }))
  const byDefault = ['ada@example.org', 'admin@members.example']
  expect(await members()).toEqual([
    ...assigned,
    ...byDefault.map((email) => `${email} Spectator default`),
  ])
  expect(await members('&search=ADA')).toEqual([
    'bob@example.org Admin assigned',
    'zoe@example.org No access assigned',
    'ada@example.org Spectator default',
  ])
  expect(await members('&search=bob@')).toEqual(['bob@example.org Admin assigned'])
})

describe('a deleted room', () => {
  test('is gone with its assignments and guests; others keep theirs', async () => {
    const [gone, kept] = [await addRoom('Gone'), await addRoom('Kept')]
    await run(
      'invite-and-assign-users',
      'ada@example.org,Ada,L,"Gone,Kept",Guest\nalan@example.org,Alan,T,Gone,Guest',
    )
    await run('invite-guests', 'gwen@example.org,Gwen,"Gone,Kept",Guest,False')

    expect((await here.ask(`/rooms/${gone}`, { method: 'DELETE' })).status).toBe(204)
    expect(await refused(await here.ask(`/rooms/${gone}`))).toEqual([404, 'room-not-found'])
    const users = await read(await here.ask('/users?search=a%40example.org'), contract.userPage)
    expect(users.users.map(({ rooms }) => rooms)).toEqual([[{ room: 'Kept', role: 'Guest' }]])
    const guests = await read(await here.ask('/guests?search=gwen'), contract.guestPage)
    expect(guests.guests.map(({ room }) => room)).toEqual(['Kept'])
    expect(await room(kept)).toMatchObject({ name: 'Kept' })
  })

  test('is in no mail that has not left: alone, the mail is withdrawn; else it brings the other links', async () => {
    const id = await addRoom('Closed')
    await addRoom('Open')
    await run(
      'invite-guests',
      'one@example.org,One,Closed,Guest,True\ntwo@example.org,Two,"Open,Closed",Guest,True\nnone@example.org,None,Open,Guest,True\nleft@example.org,Left,"Open,Closed",Guest,True',
    )
    await sql`update mails set filed_at = now() where state = 'queued'`.execute(here.db)
    await sql`update mails set state = 'sent' where recipient = 'left@example.org'`.execute(here.db)
    await here.ask(`/rooms/${id}`, { method: 'DELETE' })

    const page = await read(await here.ask('/mails?kind=guest'), mailPage)
    const mails = new Map(page.mails.map((mail) => [mail.to.split('@')[0], mail]))
    const said = (to: string) => [mails.get(to)?.state, mails.get(to)?.rooms.map((r) => r.room)]
    expect(said('one')).toEqual(['withdrawn', ['Closed']])
    expect(said('two')).toEqual(['queued', ['Open']])
    expect(said('none')).toEqual(['queued', ['Open']])
    expect(said('left')).toEqual(['sent', ['Open', 'Closed']])
    const withdrawn = await read(await here.ask('/mails?state=withdrawn'), mailPage)
    expect(withdrawn.mails.map(({ to }) => to)).toEqual(['one@example.org'])

    const unfiled = await sql<{ recipient: string }>`
      select recipient from mails where filed_at is null and kind = 'guest'`.execute(here.db)
    expect(unfiled.rows).toEqual([{ recipient: 'two@example.org' }])
    const content = async (to: string) =>
      read(await here.ask(`/mails/${mails.get(to)?.id}`), mailContent)
    expect((await content('two')).links.map(({ room, opens }) => [room, opens])).toEqual([
      ['Open', true],
    ])
    expect((await content('two')).text).not.toContain('Closed')
    expect((await content('left')).links.map(({ room, opens }) => [room, opens])).toEqual([
      ['Open', true],
      ['Closed', false],
    ])
    expect((await content('one')).links.map(({ opens }) => opens)).toEqual([false])
  })

  test('or a renamed one fails the rows of a verified batch that name it, and no others', async () => {
    const [deleted, renamed] = [await addRoom('Deleted'), await addRoom('Renamed')]
    await addRoom('Left alone')
    const planned = await verify(
      'invite-guests',
      ['Deleted', 'Renamed', 'Left alone']
        .map((name, index) => `guest${index}@example.net,Guest,${name},Guest,False`)
        .join('\n'),
    )
    await here.ask(`/rooms/${deleted}`, { method: 'DELETE' })
    await here.ask(`/rooms/${renamed}`, json('PATCH', { name: 'Named anew' }))
    await execute(planned)

    const { rows } = await read(await here.ask(`${planned.path}/rows`), rowPage)
    expect(rows.map(({ state, problems }) => [state, problems.map(({ code }) => code)])).toEqual([
      ['failed', ['directory-changed']],
      ['failed', ['directory-changed']],
      ['done', []],
    ])
  })
})
