import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { newId } from '../../src/domain/id.ts'
import type { Role } from '../../src/domain/role.ts'
import * as contract from '../../src/http/contract/directory.ts'
import { read, refused } from './support/read.ts'
import { json, startServer, type TestServer } from './support/start-server.ts'

let here: TestServer
const rooms = new Map<string, string>()

beforeAll(async () => {
  here = await startServer()
  for (const [name, defaultRole] of [
    ['Küche', null],
    ['100 %', 'Spectator'],
    ['ÄRZTE', 'Admin'],
    ['zoo', null],
  ] as const) {
    const answer = await here.ask('/rooms', json('POST', { name, defaultRole }))
    rooms.set(name, (await read(answer, contract.room)).id)
  }
  await addUsers([
    ['ada@example.org', 'Ada', 'Lovelace', 'active'],
    ['Émile@example.net', 'Émile', 'Ørsted', 'invited'],
    ['ute@example.org', 'Ute', 'Ärmel', 'active'],
  ])
  await addGuests([
    ['gwen@example.org', 'Gwen', 'zoo', 'Spectator'],
    ['gwen@example.org', 'Gwen', 'Küche', 'Moderator'],
    ['bob@example.net', 'bob', 'ÄRZTE', 'Guest'],
  ])
})

afterAll(() => here[Symbol.asyncDispose]())

async function addUsers(
  people: readonly (readonly [string, string, string, 'active' | 'invited'])[],
): Promise<void> {
  const users = people.map(([email, first_name, last_name, status]) => ({
    company_id: here.company.id,
    id: newId(),
    email,
    email_key: email.toLowerCase(),
    first_name,
    last_name,
    language: 'en' as const,
    status,
    created_at: new Date(),
  }))
  await here.db.insertInto('users').values(users).execute()
}

async function addGuests(
  people: readonly (readonly [string, string, string, Role])[],
): Promise<void> {
  const guests = people.map(([email, name, room, role]) => ({
    company_id: here.company.id,
    id: newId(),
    room_id: rooms.get(room) ?? '',
    email,
    email_key: email,
    name,
    role,
    language: 'en' as const,
    issued_at: new Date(),
  }))
  await here.db.insertInto('guests').values(guests).execute()
}

/** One word of every entry on all pages of a list, and the total that every page says. */
async function all(
  path: string,
  word: 'email' | 'name' | 'lastName' | 'room',
): Promise<readonly string[]> {
  const name = path.split(/[?/]/)[1] ?? ''
  const page = z.looseObject({ next: z.string().nullable(), total: z.int() })
  const entries = z.array(z.looseObject({ [word]: z.string() }))
  const words: string[] = []
  const totals = new Set<number>()
  let cursor = ''
  do {
    const answer = await here.ask(`${path}${path.includes('?') ? '&' : '?'}limit=1${cursor}`)
    const { next, total, ...rest } = await read(answer, page)
    words.push(...entries.parse(rest[name]).map((entry) => String(entry[word])))
    totals.add(total)
    cursor = next === null ? '' : `&cursor=${next}`
  } while (cursor !== '')
  expect([path, [...totals]]).toEqual([path, [words.length]])
  return words
}

describe('a search', () => {
  test.each([
    ['/users?search=LOVE', 'email', ['ada@example.org']],
    ['/users?search=ada%20love', 'email', ['ada@example.org']],
    ['/users?search=%C3%89MILE', 'email', ['Émile@example.net']],
    ['/users?search=%20%C3%A4RMEL%20', 'lastName', ['Ärmel']],
    ['/users?search=example.net', 'email', ['Émile@example.net']],
    ['/users?search=_', 'email', []],
    ['/rooms?search=%25', 'name', ['100 %']],
    ['/rooms?search=%C3%A4rzte', 'name', ['ÄRZTE']],
    ['/guests?search=k%C3%9Cche', 'room', ['Küche']],
    ['/guests?search=BOB', 'email', ['bob@example.net']],
    ['/guests?search=gwen', 'room', ['Küche', 'zoo']],
  ] as const)('%s finds what contains it, whatever its case', async (path, word, found) => {
    expect(await all(path, word)).toEqual(found)
  })

  test('with a character that nobody can store is refused, not a failure', async () => {
    const answer = await here.ask('/users?search=%00')
    expect(await refused(answer)).toEqual([400, 'invalid-request'])
  })
})

describe('a sort', () => {
  test.each([
    ['/users?sort=last-name', 'lastName', ['', 'Ärmel', 'Lovelace', 'Ørsted']],
    ['/users?sort=last-name&order=desc', 'lastName', ['Ørsted', 'Lovelace', 'Ärmel', '']],
    ['/users?sort=first-name&search=example.', 'lastName', ['', 'Lovelace', 'Ørsted', 'Ärmel']],
    ['/users?sort=status&search=example.org', 'lastName', ['Lovelace', 'Ärmel']],
    ['/rooms', 'name', ['100 %', 'ÄRZTE', 'Küche', 'zoo']],
    ['/rooms?order=desc', 'name', ['zoo', 'Küche', 'ÄRZTE', '100 %']],
    ['/rooms?sort=default-role', 'name', ['ÄRZTE', '100 %', 'Küche', 'zoo']],
    ['/rooms?sort=guests&order=desc', 'name', ['zoo', 'Küche', 'ÄRZTE', '100 %']],
    ['/rooms?sort=users', 'name', ['100 %', 'ÄRZTE', 'Küche', 'zoo']],
    ['/guests?sort=role', 'room', ['Küche', 'ÄRZTE', 'zoo']],
    ['/guests?sort=room&order=desc', 'room', ['zoo', 'Küche', 'ÄRZTE']],
    ['/guests?sort=name', 'room', ['ÄRZTE', 'Küche', 'zoo']],
  ] as const)('%s goes through all pages as people expect', async (path, word, order) => {
    expect(await all(path, word)).toEqual(order)
  })

  test('goes on with its own cursor only', async () => {
    const first = await here.ask('/users?sort=status&limit=1')
    const { next } = await read(first, contract.userPage)
    for (const query of ['', 'sort=status&order=desc&', 'sort=last-name&', 'sort=email&']) {
      const answer = await here.ask(`/users?${query}cursor=${next}`)
      expect([query, ...(await refused(answer))]).toEqual([query, 400, 'invalid-request'])
    }
    for (const place of [
      ['status', 'asc'],
      ['status', 'asc', 1, 2],
      ['status', 'asc', 'a', {}],
    ]) {
      const cursor = Buffer.from(JSON.stringify(place)).toString('base64url')
      const answer = await here.ask(`/users?sort=status&cursor=${cursor}`)
      expect(await refused(answer)).toEqual([400, 'invalid-request'])
    }
  })

  test('that a list does not know is refused', async () => {
    expect(await refused(await here.ask('/rooms?sort=email'))).toEqual([400, 'invalid-request'])
  })
})

test('the guests of one room are those, and no others', async () => {
  expect(await all(`/guests?room=${rooms.get('zoo')}`, 'email')).toEqual(['gwen@example.org'])
  expect(await all(`/guests?room=${newId()}`, 'email')).toEqual([])
})
