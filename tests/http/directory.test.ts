import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { newId } from '../../src/domain/id.ts'
import { batch } from '../../src/http/contract/batch.ts'
import * as contract from '../../src/http/contract/directory.ts'
import { mailPage } from '../../src/http/contract/mail.ts'
import { read, refused } from './support/read.ts'
import { json, startServer, type TestServer } from './support/start-server.ts'

let here: TestServer

beforeAll(async () => {
  here = await startServer()
})

afterAll(() => here[Symbol.asyncDispose]())

async function everything<Page extends z.ZodType<{ next: string | null }>>(
  path: string,
  schema: Page,
): Promise<z.output<Page>[]> {
  const pages: z.output<Page>[] = []
  let next: string | null = ''
  while (next !== null) {
    const query: string = next === '' ? '' : `&cursor=${next}`
    const page: z.output<Page> = await read(await here.ask(`${path}?limit=2${query}`), schema)
    pages.push(page)
    next = page.next
  }
  return pages
}

async function execute(operation: string, text: string): Promise<void> {
  const drafted = await here.ask('/batches', json('POST', { operation, text }))
  const path = `/batches/${(await read(drafted, batch)).batch}`
  const { digest } = await read(await here.ask(`${path}/verification`, { method: 'POST' }), batch)
  const started = await here.ask(`${path}/execution`, json('POST', { digest }))
  expect(started.status).toBe(202)
  expect(await (await here.ask(`${path}/events`)).text()).toContain('"state":"done"')
}

test('what batches did shows in the lists, page by page and complete', async () => {
  for (const name of ['b', 'Räume, groß', 'a', 'B', 'A']) {
    const answer = await here.ask('/rooms', json('POST', { name, defaultRole: 'Spectator' }))
    expect(await read(answer, contract.room)).toMatchObject({
      name,
      defaultRole: 'Spectator',
      users: 0,
    })
  }
  await execute(
    'invite-and-assign-users',
    'zoe@example.org,Zoe,Last,"b,a",Moderator\nBob@Example.org,Bob,First,"Räume, groß",Guest',
  )
  await execute(
    'invite-guests',
    'guest@example.org,Gwen,"a,B",Guest,False\nanna@example.org,Anna,a,Spectator,True',
  )

  const users = (await everything('/users', contract.userPage)).flatMap(({ users }) => users)
  expect(users.map(({ email, status, rooms }) => ({ email, status, rooms }))).toEqual([
    { email: 'admin@example.example', status: 'active', rooms: [] },
    {
      email: 'Bob@Example.org',
      status: 'invited',
      rooms: [{ room: 'Räume, groß', role: 'Guest' }],
    },
    {
      email: 'zoe@example.org',
      status: 'invited',
      rooms: [
        { room: 'a', role: 'Moderator' },
        { room: 'b', role: 'Moderator' },
      ],
    },
  ])
  expect(users[0]?.permissions).toEqual(['manage-company-settings'])

  const rooms = (await everything('/rooms', contract.roomPage)).flatMap(({ rooms }) => rooms)
  expect(rooms.map(({ name, users, guests }) => [name, users, guests])).toEqual([
    ['A', 0, 0],
    ['a', 1, 2],
    ['B', 0, 1],
    ['b', 1, 0],
    ['Räume, groß', 1, 0],
  ])

  const guests = (await everything('/guests', contract.guestPage)).flatMap(({ guests }) => guests)
  expect(guests.map(({ email, room, role }) => [email, room, role])).toEqual([
    ['anna@example.org', 'a', 'Spectator'],
    ['guest@example.org', 'B', 'Guest'],
    ['guest@example.org', 'a', 'Guest'],
  ])
  expect(new Set(guests.map(({ link }) => link)).size).toBe(3)
  for (const { link } of guests) expect(link).toMatch(/^http:\/\/localhost:3000\/guest\/[\w-]{72}$/)

  const mails = (await everything('/mails', mailPage)).flatMap(({ mails }) => mails)
  expect(mails.map(({ to, kind }) => `${to} ${kind}`).toSorted()).toEqual([
    'Bob@Example.org invitation',
    'anna@example.org guest',
    'zoe@example.org invitation',
  ])
  expect(JSON.stringify(mails)).not.toContain('/guest/')
})

test('a room’s name is trimmed and composed, and its case counts', async () => {
  const decomposed = await here.ask('/rooms', json('POST', { name: ' Cafe\u0301 ' }))
  expect((await read(decomposed, contract.room)).name).toBe('Café')
  expect(await refused(await here.ask('/rooms', json('POST', { name: 'Café' })))).toEqual([
    409,
    'room-exists',
  ])
  expect((await here.ask('/rooms', json('POST', { name: 'café' }))).status).toBe(201)
  expect(await refused(await here.ask('/rooms', json('POST', { name: ' ' })))).toEqual([
    400,
    'invalid-request',
  ])
})

test('a list of a thousand users with their rooms is one answer', async () => {
  const company = await here.addCompany('Large')
  const company_id = company.id
  const room_id = newId()
  const created_at = new Date()
  await here.db
    .insertInto('rooms')
    .values({ company_id, id: room_id, name: 'Everybody', default_role: null, created_at })
    .execute()
  const users = Array.from({ length: 999 }, (_, index) => ({
    company_id,
    id: newId(),
    email: `u${index}@large.example`,
    email_key: `u${index}@large.example`,
    first_name: 'A',
    last_name: 'B',
    language: 'en' as const,
    status: 'active' as const,
    created_at,
  }))
  await here.db.insertInto('users').values(users).execute()
  const assigned = users.map(({ id }) => ({
    company_id,
    user_id: id,
    room_id,
    role: 'Guest' as const,
  }))
  await here.db.insertInto('assignments').values(assigned).execute()

  const page = await read(
    await here.ask('/users?limit=1000', { key: company.key }),
    contract.userPage,
  )
  expect(page.users.length).toBe(1000)
  expect(page.users.filter(({ rooms }) => rooms.length === 1).length).toBe(999)
  expect(page.next).toBeNull()
})
