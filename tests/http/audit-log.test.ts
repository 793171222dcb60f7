import { sql } from 'kysely'
import { describe, expect, it, vi } from 'vitest'
import { isNoted, notedReads, unnotedActs } from '../../src/access/noted-acts.ts'
import { policy } from '../../src/access/policy.ts'
import { createdCompany } from '../../src/http/contract/company.ts'
import { room } from '../../src/http/contract/directory.ts'
import { createdKey } from '../../src/http/contract/key.ts'
import { logOf } from './support/audit-log.ts'
import { openBrowser } from './support/browser.ts'
import { executed } from './support/execute.ts'
import { givePassword } from './support/give-password.ts'
import { read, refused } from './support/read.ts'
import { registeredRoutes } from './support/registered-routes.ts'
import { json, startServer } from './support/start-server.ts'

describe('what is noted', () => {
  it('is every act that changes something, but for those that say why they are not', async () => {
    await using here = await startServer()
    const routes = await registeredRoutes(here.services)
    for (const { act, method } of routes) {
      if (act === undefined) throw new Error('A route stands for no act.')
      const isChange = method !== 'GET'
      expect([act, isNoted(act, method)]).toEqual([
        act,
        isChange ? !(act in unnotedActs) : act in notedReads,
      ])
    }
    for (const act of [...Object.keys(unnotedActs), ...Object.keys(notedReads)]) {
      expect(Object.keys(policy)).toContain(act)
    }
  })

  it('says who did it, by what, from where, and to what', async () => {
    await using here = await startServer()
    const made = await read(
      await here.ask('/rooms', json('POST', { name: 'room 1', defaultRole: null })),
      room,
    )
    await here.ask(`/rooms/${made.id}`, json('PATCH', { name: 'room 2' }))

    const [created, changed] = await logOf(here)
    expect(created).toEqual({
      id: expect.any(String),
      at: expect.any(String),
      act: 'create-room',
      actor: { kind: 'user', id: here.company.adminId, name: here.company.admin },
      way: 'key',
      address: '127.0.0.1',
      subject: { kind: 'room', id: made.id, name: 'room 2' },
      details: {},
    })
    expect(changed).toMatchObject({
      act: 'change-room',
      subject: { kind: 'room', id: made.id, name: 'room 2' },
      details: { changed: ['name'] },
    })
    await here.ask(`/rooms/${made.id}`, { method: 'DELETE' })
    expect((await logOf(here)).at(-1)).toMatchObject({
      act: 'delete-room',
      subject: { kind: 'room', id: made.id, name: null },
    })
  })

  it('tells sessions, the folder key and the program itself apart', async () => {
    await using here = await startServer()
    const browser = openBrowser(here)
    await browser.send('POST', '/session', { key: here.company.key })
    await browser.send('POST', '/rooms', { name: 'room 1', defaultRole: null })
    await browser.send('DELETE', '/session')
    await here.ask('/rooms', {
      ...json('POST', { name: 'room 2', defaultRole: null }),
      key: here.folderKey,
    })
    const ways = (await logOf(here)).map(({ act, actor, way }) => [act, actor.kind, way])
    expect(ways).toEqual([
      ['sign-in', 'user', null],
      ['create-room', 'user', 'session'],
      ['sign-out', 'user', 'session'],
      ['create-room', 'user', 'folder'],
    ])
    const made = await read(
      await here.ask('/companies', {
        ...json('POST', { name: 'Other', admin: 'ada@example.org' }),
        key: here.folderKey,
      }),
      createdCompany,
    )
    expect(await logOf(here, '', made.key)).toMatchObject([
      { act: 'create-company', actor: { kind: 'installation', id: null }, way: 'folder' },
    ])
  })

  it('never holds a key, nor the name that somebody gave it', async () => {
    await using here = await startServer()
    const wish = json('POST', { name: 'Key of Ada Lovelace' })
    const { id, key } = await read(await here.ask('/keys', wish), createdKey)
    const [entry] = await logOf(here)
    expect(entry?.subject).toEqual({ kind: 'key', id, name: 'Key of Ada Lovelace' })
    const { rows } = await sql<{ text: string }>`
      select audit_log::text as text from audit_log`.execute(here.db)
    expect(rows.map(({ text }) => text).join()).not.toMatch(new RegExp(`${key}|Lovelace`))
  })

  it('is not what was refused as wrong, nor what was only read', async () => {
    await using here = await startServer()
    await here.ask('/rooms', json('POST', { name: '' }))
    await here.ask('/rooms')
    expect(await logOf(here)).toEqual([])
  })

  it('is noted once, however often it is asked again with the same Idempotency-Key', async () => {
    await using here = await startServer()
    const wish = json('POST', { name: 'room 1', defaultRole: null }, { 'idempotency-key': 'k1' })
    await here.ask('/rooms', wish)
    await here.ask('/rooms', wish)
    expect((await logOf(here)).map(({ act }) => act)).toEqual(['create-room'])
  })

  it('is answered as a mistake where it could not be written down', async () => {
    await using here = await startServer()
    await sql`alter table audit_log add check (act <> 'create-room' and act <> 'sign-in')`.execute(
      here.db,
    )
    const answer = await here.ask('/rooms', json('POST', { name: 'room 1', defaultRole: null }))
    expect(await refused(answer)).toEqual([500, 'unexpected'])
    expect(here.log.join()).toContain('could not be written into the audit log')
    const signIn = await here.ask('/session', json('POST', { key: here.company.key }))
    expect(signIn.status).toBe(500)
    expect(signIn.headers.getSetCookie()).toEqual([])
  })
})

describe('who does not get in', () => {
  it('is nobody, but whom they claimed to be is noted where there is such a user', async () => {
    await using here = await startServer()
    const { id: companyId, admin, adminId } = here.company
    const password = 'correct horse battery'
    await givePassword(here, { companyId, email: admin, password })
    const signIn = (email: string, tried: string) =>
      here.ask('/session', { ...json('POST', { email, password: tried }), key: null })
    expect((await signIn('nobody@example.org', 'wrong')).status).toBe(401)
    expect((await signIn(admin, 'wrong')).status).toBe(401)
    await vi.waitFor(async () => expect(await logOf(here)).toHaveLength(1))
    expect((await signIn(admin, password)).status).toBe(201)

    const user = { kind: 'user', id: adminId, name: admin }
    expect(await logOf(here)).toMatchObject([
      {
        act: 'sign-in-failed',
        actor: { kind: 'nobody', id: null, name: null },
        way: null,
        address: '127.0.0.1',
        subject: user,
      },
      { act: 'sign-in', actor: user, details: { openedBy: 'password' } },
    ])
  })
})

describe('who is refused', () => {
  it('is noted, with what they tried', async () => {
    await using here = await startServer()
    const key = await here.addUser(here.company.id, 'alan@example.org', ['list-all-users'])
    expect((await here.ask('/company', { ...json('PATCH', {}), key })).status).toBe(403)
    await expect
      .poll(() => logOf(here))
      .toMatchObject([
        { act: 'refused', actor: { name: 'alan@example.org' }, details: { act: 'change-company' } },
      ])
  })

  it('cannot fill the log', async () => {
    await using here = await startServer()
    const key = await here.addUser(here.company.id, 'alan@example.org')
    for (let time = 0; time < 30; time++) await here.ask('/batches', { key })
    await here.ask('/rooms', json('POST', { name: 'room 1', defaultRole: null }))
    await vi.waitFor(async () => expect(await logOf(here, '&act=refused')).toHaveLength(20))
  })
})

it('the end of a batch is noted with its totals, on behalf of who started it', async () => {
  await using here = await startServer()
  await executed(here, 'invite-users', 'ada@example.org,Ada,Lovelace')
  const log = await logOf(here)
  expect(log.map(({ act }) => act)).toEqual(['execute-batch', 'batch-ended'])
  expect(log[0]).toMatchObject({
    way: 'key',
    subject: { kind: 'batch', name: 'invite-users' },
    details: { operation: 'invite-users', rows: 1 },
  })
  expect(log[1]).toMatchObject({
    actor: { kind: 'user', id: here.company.adminId },
    way: null,
    address: null,
    subject: { kind: 'batch', name: 'invite-users' },
    details: {
      operation: 'invite-users',
      state: 'done',
      cause: null,
      totals: { done: 1, mails: 1 },
    },
  })
})
