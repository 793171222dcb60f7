import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { room } from '../../src/http/contract/directory.ts'
import { myRoomPage, openedRoom } from '../../src/http/contract/my-room.ts'
import { newId } from '../../src/domain/id.ts'
import type { Permission } from '../../src/domain/permission.ts'
import { roles, type Role } from '../../src/domain/role.ts'
import { read, refusal, refused } from './support/read.ts'
import { json, startServer, type TestServer } from './support/start-server.ts'

let here: TestServer
beforeAll(async () => void (here = await startServer()))
afterAll(() => here[Symbol.asyncDispose]())

interface Member {
  readonly id: string
  readonly key: string
}

/** A company of a test's own, with rooms, and users who have roles in them. */
async function openHouse(name: string) {
  const { id: companyId, key } = await here.addCompany(name)
  const rooms = new Map<string, string>()
  return {
    companyId,
    key,
    idOf: (name: string) => rooms.get(name) ?? newId(),
    async addRoom(name: string, defaultRole: Role | null = null): Promise<string> {
      const made = await here.ask('/rooms', { ...json('POST', { name, defaultRole }), key })
      const { id } = await read(made, room)
      rooms.set(name, id)
      return id
    },
    async addMember(
      email: string,
      assigned: Readonly<Record<string, Role>> = {},
      permissions: readonly Permission[] = [],
    ): Promise<Member> {
      const key = await here.addUser(companyId, email, permissions)
      const user = here.db.selectFrom('users').select('id').where('company_id', '=', companyId)
      const { id } = await user.where('email', '=', email).executeTakeFirstOrThrow()
      for (const [name, role] of Object.entries(assigned)) {
        const ids = { company_id: companyId, user_id: id, room_id: rooms.get(name) ?? '' }
        await here.db
          .insertInto('assignments')
          .values({ ...ids, role })
          .execute()
      }
      return { id, key }
    },
  }
}

const list = async ({ key }: Member, query = '') =>
  await read(await here.ask(`/my-rooms${query}`, { key }), myRoomPage)

const show = ({ key }: Member, id: string) => here.ask(`/my-rooms/${id}`, { key })

const change = ({ key }: Member, id: string, body: object) =>
  here.ask(`/my-rooms/${id}`, { ...json('PATCH', body), key })

/** The table of the roles, right by right: who has it. */
const table = {
  join: ['Admin', 'Moderator', 'Participant', 'Guest', 'Spectator'],
  send: ['Admin', 'Moderator', 'Participant', 'Guest'],
  share: ['Admin', 'Moderator', 'Participant'],
  moderate: ['Admin', 'Moderator'],
  edit: ['Admin'],
} as const satisfies Readonly<Record<string, readonly Role[]>>

describe('for every pair of an assignment and a default role', () => {
  interface Pair {
    readonly assigned: Role | null
    readonly byDefault: Role | null
  }

  const none = [null, ...roles] as const
  const pairs: readonly Pair[] = none.flatMap((assigned) =>
    none.map((byDefault) => ({ assigned, byDefault })),
  )
  let house: Awaited<ReturnType<typeof openHouse>>
  let member: Member

  beforeAll(async () => {
    house = await openHouse('Table')
    for (const pair of pairs) await house.addRoom(nameOf(pair), pair.byDefault)
    const assigned = pairs.flatMap((pair) => (pair.assigned ? [[nameOf(pair), pair.assigned]] : []))
    member = await house.addMember('ada@table.example', Object.fromEntries(assigned))
  })

  const nameOf = ({ assigned, byDefault }: Pair) => `${assigned} over ${byDefault}`
  // The assignment overrides; who has neither has none.
  const roleOf = ({ assigned, byDefault }: Pair) => assigned ?? byDefault
  const has = (pair: Pair, right: keyof typeof table) =>
    (table[right] as readonly (Role | null)[]).includes(roleOf(pair))

  test('those rooms are listed that the role opens, with the rights that the table gives it', async () => {
    const expected = pairs
      .filter((pair) => has(pair, 'join'))
      .map((pair) => ({
        id: house.idOf(nameOf(pair)),
        name: nameOf(pair),
        role: roleOf(pair),
        reason: pair.assigned === null ? 'default' : 'assigned',
        may: {
          join: true,
          send: has(pair, 'send'),
          share: has(pair, 'share'),
          moderate: has(pair, 'moderate'),
          edit: has(pair, 'edit'),
        },
      }))
    const { rooms } = await list(member)
    expect(new Set(rooms)).toEqual(new Set(expected))
    for (const room of rooms) {
      expect(await read(await show(member, room.id), openedRoom)).toMatchObject(room)
    }
  })

  test('who asks for a room, to edit or to enter it is answered by the same rights', async () => {
    for (const pair of pairs) {
      const [name, id] = [nameOf(pair), house.idOf(nameOf(pair))]
      const seen = await show(member, id)
      const edited = await change(member, id, {})
      const entered = await here.ask(`/my-rooms/${id}/entry`, { method: 'POST', key: member.key })
      const statuses = [seen, edited, entered].map(({ status }) => status)
      // 409: there is no meeting server to enter yet.
      const open = [200, has(pair, 'edit') ? 200 : 403, 409]
      expect([name, statuses]).toEqual([name, has(pair, 'join') ? open : [404, 404, 404]])
    }
  })
})

describe('my rooms', () => {
  test('are searched, and come by the page in the order of their names', async () => {
    const house = await openHouse('Pages')
    for (const name of ['Zoo', 'ärzte', 'Attic', 'bath', 'Annex']) {
      await house.addRoom(name, 'Participant')
    }
    await house.addRoom('Antechamber')
    const member = await house.addMember('ada@pages.example')
    const names = async (query: string) => {
      const { rooms, next, total } = await list(member, query)
      return { names: rooms.map(({ name }) => name), next, total }
    }
    const all = ['Annex', 'Attic', 'ärzte', 'bath', 'Zoo']
    expect(await names('')).toEqual({ names: all, next: null, total: 5 })
    const first = await names('?limit=2')
    expect(first).toMatchObject({ names: all.slice(0, 2), total: 5 })
    const second = await names(`?limit=2&cursor=${first.next}`)
    expect(second.names).toEqual(all.slice(2, 4))
    expect((await names(`?limit=2&cursor=${second.next}`)).names).toEqual(all.slice(4))
    expect(await names('?search=aN')).toEqual({ names: ['Annex'], next: null, total: 1 })
    expect(await refused(await here.ask('/my-rooms?cursor=x', { key: member.key }))).toEqual([
      400,
      'invalid-request',
    ])
  })

  test('are one’s own: those of another company do not exist, whatever one may there', async () => {
    const house = await openHouse('Mine')
    const theirs = await openHouse('Theirs')
    const id = await theirs.addRoom('Open to all of theirs', 'Admin')
    const member = await house.addMember('ada@mine.example')
    expect((await list(member)).total).toBe(0)
    for (const ask of [id, newId(), 'x', '%00']) {
      expect(await refused(await show(member, ask))).toEqual([404, 'room-not-found'])
      expect(await refused(await change(member, ask, { name: 'x' }))).toEqual([
        404,
        'room-not-found',
      ])
    }
  })

  test('are not those that an administrator only administrates', async () => {
    const house = await openHouse('Keepers')
    const id = await house.addRoom('Locked')
    const keeper = await house.addMember('keeper@keepers.example', {}, ['administrate-rooms'])
    expect((await list(keeper)).rooms).toEqual([])
    expect(await refused(await show(keeper, id))).toEqual([404, 'room-not-found'])
    expect((await here.ask(`/rooms/${id}`, { key: keeper.key })).status).toBe(200)
  })

  test('come quickly, 10,000 of them', async () => {
    const house = await openHouse('Many')
    const member = await house.addMember('ada@many.example')
    await sql`
      insert into rooms (company_id, id, name, default_role, created_at)
      select ${house.companyId}, gen_random_uuid(), 'room ' || n,
        case when n % 3 = 0 then 'No access' when n % 3 = 1 then 'Guest' end, now()
      from generate_series(1, 10000) n`.execute(here.db)
    await sql`
      insert into assignments (company_id, user_id, room_id, role)
      select company_id, ${member.id}, id, 'Moderator' from rooms
      where company_id = ${house.companyId} and default_role = 'No access'`.execute(here.db)
    await sql`analyze rooms, assignments`.execute(here.db)
    const begin = performance.now()
    const first = await list(member)
    const { total } = await list(member, `?cursor=${first.next}`)
    const { rooms } = await list(member, '?search=room%209998')
    expect(total).toBe(6667)
    expect(rooms).toEqual([])
    // Three pages; a fraction of it on a quiet machine.
    expect(performance.now() - begin).toBeLessThan(1500)
  })
})

describe('a room of one’s own', () => {
  test('shows whom one may meet there to who may see all usernames, and to nobody else', async () => {
    const house = await openHouse('People')
    const id = await house.addRoom('Salon', 'Spectator')
    await house.addMember('emmy@people.example', { Salon: 'Moderator' })
    await house.addMember('kept-out@people.example', { Salon: 'No access' })
    const named = house.addMember('ada@people.example', {}, ['show-all-usernames'])
    const { users } = await read(await show(await named, id), openedRoom)
    expect(users).toEqual([
      { name: 'Ada Lovelace', role: 'Moderator' },
      { name: 'Ada Lovelace', role: 'Spectator' },
      // The administrator has said no name yet.
      { name: 'admin@people.example', role: 'Spectator' },
    ])
    const plain = await house.addMember('alan@people.example')
    expect((await read(await show(plain, id), openedRoom)).users).toBeNull()
  })

  test('is edited by who is Admin there, and by nobody else who may enter', async () => {
    const house = await openHouse('Editors')
    const id = await house.addRoom('Studio', 'Moderator')
    await house.addRoom('Cellar')
    const admin = await house.addMember('ada@editors.example', { Studio: 'Admin' })
    const moderator = await house.addMember('emmy@editors.example')
    const refusedEdit = await refusal(await change(moderator, id, { name: 'Mine' }))
    expect(refusedEdit).toMatchObject({ status: 403, code: 'permission-required' })
    expect(refusedEdit.title).toContain('Raum bearbeiten (Rolle Admin)')

    const changed = await read(
      await change(admin, id, { name: 'Loft', defaultRole: 'Guest' }),
      openedRoom,
    )
    expect(changed).toMatchObject({ id, name: 'Loft', defaultRole: 'Guest', role: 'Admin' })
    expect((await list(moderator)).rooms).toMatchObject([{ name: 'Loft', role: 'Guest' }])
    expect(await refused(await change(admin, id, { name: 'Cellar' }))).toEqual([409, 'room-exists'])
    expect(await refused(await change(admin, id, { name: ' ' }))).toEqual([400, 'invalid-request'])
  })

  test('is lost to who was Admin by the default role that they take away', async () => {
    const house = await openHouse('Lost')
    const id = await house.addRoom('Commons', 'Admin')
    const member = await house.addMember('ada@lost.example')
    const last = await read(await change(member, id, { defaultRole: null }), openedRoom)
    expect(last).toMatchObject({ role: 'No access', may: { join: false, edit: false } })
    expect(await refused(await show(member, id))).toEqual([404, 'room-not-found'])
  })

  test('holds what is changed of a role at once', async () => {
    const house = await openHouse('Once')
    const id = await house.addRoom('Den', 'Guest')
    const member = await house.addMember('ada@once.example', { Den: 'Admin' })
    const set = (role: Role) =>
      here.db.updateTable('assignments').set({ role }).where('room_id', '=', id).execute()
    expect((await change(member, id, {})).status).toBe(200)
    await set('Moderator')
    expect((await change(member, id, {})).status).toBe(403)
    await set('No access')
    expect((await show(member, id)).status).toBe(404)
    await here.db.deleteFrom('assignments').where('room_id', '=', id).execute()
    expect(await read(await show(member, id), openedRoom)).toMatchObject({
      role: 'Guest',
      reason: 'default',
    })
  })
})
