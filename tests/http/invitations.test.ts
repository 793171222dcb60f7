import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { deleteUsers } from '../../src/directory/delete-users.ts'
import { issueInvitations } from '../../src/directory/issue-invitations.ts'
import { lockUsers } from '../../src/directory/lock-users.ts'
import { room } from '../../src/http/contract/directory.ts'
import { invitation } from '../../src/http/contract/invitation.ts'
import { me } from '../../src/http/contract/me.ts'
import { myRoomPage } from '../../src/http/contract/my-room.ts'
import { newId } from '../../src/domain/id.ts'
import type { Role } from '../../src/domain/role.ts'
import { waitingForLocks } from '../support/locks.ts'
import { openBrowser, type Browser } from './support/browser.ts'
import { read, refusal, refused } from './support/read.ts'
import { json, startServer, type TestServer } from './support/start-server.ts'

const start = new Date('2026-11-22T10:00:00Z')
const hour = 60 * 60 * 1000
const day = 24 * hour

let here: TestServer
let now = start

beforeAll(async () => void (here = await startServer({ now: () => now })))
afterAll(() => here[Symbol.asyncDispose]())
beforeEach(() => void (now = start))

const acceptance = {
  firstName: ' Ada ',
  lastName: 'King',
  language: 'de',
  password: 'tiefblaue Amseln',
} as const

interface Invited {
  readonly id: string
  readonly email: string
  readonly link: string
}

async function invite(rooms: Readonly<Record<string, Role>> = {}): Promise<Invited> {
  const [id, company_id] = [newId(), here.company.id]
  const email = `Ada.${id}@example.org`
  const values = { company_id, id, email, email_key: email.toLowerCase(), created_at: now }
  const known = {
    first_name: 'Ada',
    last_name: 'Lovelace',
    language: 'en',
    status: 'invited',
  } as const
  await here.db
    .insertInto('users')
    .values({ ...values, ...known })
    .execute()
  await issue(id)
  for (const [name, role] of Object.entries(rooms)) {
    const made = await here.ask('/rooms', json('POST', { name }))
    const room_id = (await read(made, room)).id
    await here.db
      .insertInto('assignments')
      .values({ company_id, user_id: id, room_id, role })
      .execute()
  }
  return { id, email, link: linkOf(id, now) }
}

async function issue(id: string, issuedBy: string | null = here.company.adminId): Promise<void> {
  const companyId = here.company.id
  await here.db
    .transaction()
    .execute((tx) => issueInvitations({ tx, companyId, now, issuedBy }, [id]))
}

function linkOf(id: string, issuedAt: Date): string {
  return here.services.links.invitation(here.company.id, id, issuedAt).split('/').at(-1) ?? ''
}

async function remove(id: string): Promise<void> {
  const companyId = here.company.id
  await here.db.transaction().execute((tx) => deleteUsers({ tx, companyId }, [id]))
}

const withLink = (link: string, init: RequestInit = {}): RequestInit => ({
  ...init,
  headers: { ...(init.headers as Record<string, string>), 'roster-link': link },
})

const show = (link: string) => here.ask('/invitation', { ...withLink(link), key: null })

const accept = (link: string, said: object = {}, browser: Browser = openBrowser(here)) =>
  browser.ask('/invitation', withLink(link, json('POST', { ...acceptance, ...said })))

const renew = (link: string) =>
  here.ask('/invitation/renewal', { ...withLink(link, { method: 'POST' }), key: null })

const mailsTo = (id: string) =>
  here.db
    .selectFrom('mails')
    .select(['recipient', 'state', 'language', 'content', 'batch_id'])
    .where('user_id', '=', id)
    .orderBy('id')
    .execute()

describe('the page of an invitation', () => {
  test('says who invites whom, until when, and to which rooms', async () => {
    const { email, link } = await invite({
      Library: 'Moderator',
      Attic: 'Guest',
      Vault: 'No access',
    })
    expect(await read(await show(link), invitation)).toEqual({
      company: 'Example',
      inviter: here.company.admin,
      email,
      firstName: 'Ada',
      lastName: 'Lovelace',
      language: 'en',
      until: '2026-12-07T10:00:00.000Z',
      rooms: [
        { room: 'Attic', role: 'Guest' },
        { room: 'Library', role: 'Moderator' },
      ],
    })
  })

  test('names nobody where the inviter is gone, or there was none in particular', async () => {
    for (const issuedBy of [null, newId()]) {
      const { id, link } = await invite()
      await issue(id, issuedBy)
      expect(await read(await show(link), invitation)).toMatchObject({ inviter: null })
    }
  })

  test('opens to the millisecond for 15 days, and says then that its time is over', async () => {
    const { link } = await invite()
    now = new Date(+start + 15 * day - 1)
    expect((await show(link)).status).toBe(200)
    now = new Date(+start + 15 * day)
    expect(await refusal(await show(link))).toMatchObject({
      status: 410,
      code: 'link-expired',
      details: { until: now.toISOString() },
    })
  })

  test('says whether the link was used, replaced or withdrawn', async () => {
    const used = await invite()
    expect((await accept(used.link)).status).toBe(201)
    const replaced = await invite()
    now = new Date(+start + hour)
    await issue(replaced.id)
    const withdrawn = await invite()
    await remove(withdrawn.id)
    for (const [{ link }, code] of [
      [used, 'link-used'],
      [replaced, 'link-replaced'],
      [withdrawn, 'link-withdrawn'],
    ] as const) {
      expect([code, ...(await refused(await show(link)))]).toEqual([code, 410, code])
      expect(await refused(await accept(link))).toEqual([410, code])
    }
  })

  test('does not open for what is no invitation of this installation', async () => {
    const { id, link } = await invite()
    const { links } = here.services
    const secretOf = (address: string) => address.split('/').at(-1) ?? ''
    for (const forged of [
      '',
      'x',
      link.slice(0, -1) + (link.endsWith('A') ? 'B' : 'A'),
      secretOf(links.password(here.company.id, id, start)),
      secretOf(links.guest(here.company.id, id, start)),
    ]) {
      expect(await refused(await show(forged))).toEqual([404, 'link-unknown'])
      expect(await refused(await accept(forged))).toEqual([404, 'link-unknown'])
      expect(await refused(await renew(forged))).toEqual([404, 'link-unknown'])
    }
    expect(await refused(await here.ask('/invitation'))).toEqual([404, 'link-unknown'])
    // The company is part of what was signed, and of every look-up.
    const elsewhere = secretOf(links.invitation(newId(), id, start))
    expect(await refused(await show(elsewhere))).toEqual([410, 'link-withdrawn'])
  })
})

describe('who accepts', () => {
  test('is an active user with the name, language and password they chose, signed in, and sees their rooms', async () => {
    const { id, email, link } = await invite({ 'Reading room': 'Participant' })
    const browser = openBrowser(here)
    const answer = await accept(link, {}, browser)
    expect(answer.status).toBe(201)
    expect(await read(answer, me)).toMatchObject({
      id,
      email,
      firstName: 'Ada',
      lastName: 'King',
      language: 'de',
      permissions: [],
      hasPassword: true,
    })
    const rooms = await read(await browser.ask('/my-rooms'), myRoomPage)
    expect(rooms.rooms.map(({ name, role }) => [name, role])).toEqual([
      ['Reading room', 'Participant'],
    ])
    const stored = await sql`
      select status, opened_by, hash like '$argon2id$%' as hashed,
        exists (select from invitations where user_id = users.id) as invited
      from users join passwords on passwords.user_id = users.id
      join sessions on sessions.user_id = users.id
      where users.id = ${id}`.execute(here.db)
    expect(stored.rows).toEqual([
      { status: 'active', opened_by: 'link', hashed: true, invited: false },
    ])
    const signedIn = await openBrowser(here).send('POST', '/session', {
      email,
      password: acceptance.password,
    })
    expect(signedIn.status).toBe(201)
  })

  test('leaves the session behind that the browser had', async () => {
    const browser = openBrowser(here)
    await browser.send('POST', '/session', { key: here.company.key })
    const before = browser.cookie
    const { id, link } = await invite()
    await accept(link, {}, browser)
    expect(await read(await browser.ask('/me'), me)).toMatchObject({ id })
    const old = await here.ask('/me', { key: null, headers: { cookie: before ?? '' } })
    expect(await refused(old)).toEqual([401, 'sign-in-required'])
  })

  test.each([
    [{ password: 'short' }, [422, 'password-too-short']],
    [{ password: 'Password123' }, [422, 'password-too-common']],
    [{ password: 'ada king' }, [422, 'password-too-short']],
    [{ firstName: 'A\nda' }, [400, 'invalid-request']],
    [{ language: 'fr' }, [400, 'invalid-request']],
  ])('with %j is told why that will not do, and can try again', async (said, problem) => {
    const { id, link } = await invite()
    const browser = openBrowser(here)
    expect(await refused(await accept(link, said, browser))).toEqual(problem)
    expect(browser.cookie).toBeNull()
    const user = here.db.selectFrom('users').select(['status', 'first_name']).where('id', '=', id)
    expect(await user.execute()).toEqual([{ status: 'invited', first_name: 'Ada' }])
    expect((await accept(link)).status).toBe(201)
  })

  test('twice in the same moment gets in once', async () => {
    const { id, link } = await invite()
    const answers = await Promise.all([1, 2, 3].map(() => accept(link)))
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 410, 410])
    const codes = answers.filter(({ status }) => status === 410).map(refused)
    expect((await Promise.all(codes)).flat()).toEqual([410, 'link-used', 410, 'link-used'])
    const sessions = here.db.selectFrom('sessions').select('id').where('user_id', '=', id)
    expect(await sessions.execute()).toHaveLength(1)
  })

  test.each([
    ['deleted', 'link-withdrawn'],
    ['invited again', 'link-replaced'],
  ])('and is %s in the same moment does not get in', async (what, code) => {
    const { id, link } = await invite()
    const companyId = here.company.id
    const browser = openBrowser(here)
    const answer = await here.db.transaction().execute(async (tx) => {
      await lockUsers({ tx, companyId }, [id])
      const accepting = accept(link, {}, browser)
      await vi.waitFor(async () => expect(await waitingForLocks(here)).toBe(1))
      if (what === 'deleted') await deleteUsers({ tx, companyId }, [id])
      else await issueInvitations({ tx, companyId, now: new Date(+now + 1), issuedBy: null }, [id])
      // Wrapped: what a promise answers would be waited for within the transaction.
      return { accepting }
    })
    expect(await refused(await answer.accepting)).toEqual([410, code])
    expect(browser.cookie).toBeNull()
  })

  test('cannot be made to by a page of another site', async () => {
    const { link } = await invite()
    const body = { method: 'POST', body: JSON.stringify(acceptance) }
    const foreign = { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' }
    // What a form or a script can send without asking: no header of ours goes with it.
    const plain = { ...body, headers: { ...foreign, 'content-type': 'text/plain' } }
    expect(await refused(await here.ask('/invitation', { ...plain, key: null }))).toEqual([
      403,
      'cross-site-request',
    ])
    const sneaked = withLink(link, {
      ...body,
      headers: { ...foreign, 'content-type': 'application/json' },
    })
    expect(await refused(await here.ask('/invitation', { ...sneaked, key: null }))).toEqual([
      403,
      'cross-site-request',
    ])
    // What a browser would ask first is not granted.
    const asked = await here.ask('/invitation', {
      method: 'OPTIONS',
      key: null,
      headers: { ...foreign, 'access-control-request-headers': 'roster-link' },
    })
    expect(asked.headers.get('access-control-allow-origin')).toBeNull()
    expect((await show(link)).status).toBe(200)
  })
})

describe('who asks for another link', () => {
  test('with one whose time is over gets a new one, from the same inviter, in their language', async () => {
    const { id, email, link } = await invite({ Nook: 'Spectator' })
    now = new Date(+start + 20 * day)
    const answer = await renew(link)
    expect([answer.status, await answer.json()]).toEqual([202, {}])
    expect(await mailsTo(id)).toEqual([
      {
        recipient: email,
        state: 'queued',
        language: 'en',
        batch_id: null,
        content: {
          firstName: 'Ada',
          lastName: 'Lovelace',
          inviter: here.company.admin,
          issuedAt: now.toISOString(),
          rooms: [{ name: 'Nook', role: 'Spectator' }],
        },
      },
    ])
    expect(await refused(await show(link))).toEqual([410, 'link-replaced'])
    expect((await accept(linkOf(id, now))).status).toBe(201)
  })

  test('with a replaced one gets the one that stands, once more', async () => {
    const { id, link } = await invite()
    now = new Date(+start + day)
    await issue(id)
    const standing = linkOf(id, now)
    now = new Date(+start + 2 * day)
    expect((await renew(link)).status).toBe(202)
    expect(await mailsTo(id)).toMatchObject([
      { content: { issuedAt: new Date(+start + day).toISOString() } },
    ])
    expect((await show(standing)).status).toBe(200)
  })

  test('gets at most one mail in an hour, however often and from however many places they ask', async () => {
    const { id, link } = await invite()
    now = new Date(+start + 16 * day)
    const answers = await Promise.all([1, 2, 3].map(() => renew(link)))
    expect(answers.map(({ status }) => status).toSorted()).toEqual([202, 429, 429])
    now = new Date(+now + 50 * 60_000)
    expect(await refusal(await renew(link))).toMatchObject({
      code: 'link-renewed-lately',
      details: { minutes: 10 },
    })
    expect(await mailsTo(id)).toHaveLength(1)
    now = new Date(+now + 10 * 60_000)
    expect((await renew(link)).status).toBe(202)
    expect(await mailsTo(id)).toHaveLength(2)
  })

  test('who is in already, or was deleted, gets no mail', async () => {
    const used = await invite()
    await accept(used.link)
    expect(await refused(await renew(used.link))).toEqual([410, 'link-used'])
    const gone = await invite()
    await remove(gone.id)
    expect(await refused(await renew(gone.link))).toEqual([410, 'link-withdrawn'])
    expect(await mailsTo(used.id)).toEqual([])
    expect(await mailsTo(gone.id)).toEqual([])
  })
})
