import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { deleteUsers } from '../../src/directory/delete-users.ts'
import { issueInvitations } from '../../src/directory/issue-invitations.ts'
import { lockUsers } from '../../src/directory/lock-users.ts'
import { invitation } from '../../src/http/contract/invitation.ts'
import { me } from '../../src/http/contract/me.ts'
import { myRoomPage } from '../../src/http/contract/my-room.ts'
import { newId } from '../../src/domain/id.ts'
import { waitingForLocks } from '../support/locks.ts'
import { altered } from './support/altered.ts'
import { openBrowser } from './support/browser.ts'
import { acceptance, invitationsOf } from './support/invitations.ts'
import { read, refusal, refused } from './support/read.ts'
import { secretOf, withLink } from './support/shown-link.ts'
import { startServer, type TestServer } from './support/start-server.ts'

const start = new Date('2026-11-22T10:00:00Z')
const hour = 60 * 60 * 1000
const day = 24 * hour

let here: TestServer
let invitations: ReturnType<typeof invitationsOf>
let now = start

beforeAll(async () => {
  here = await startServer({ now: () => now })
  invitations = invitationsOf(here)
})
afterAll(() => here[Symbol.asyncDispose]())
beforeEach(() => void (now = start))

describe('the page of an invitation', () => {
  test('says who invites whom, until when, and to which rooms', async () => {
    const { email, link } = await invitations.invite({
      Library: 'Moderator',
      Attic: 'Guest',
      Vault: 'No access',
    })
    expect(await read(await invitations.show(link), invitation)).toEqual({
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
      const { id, link } = await invitations.invite()
      await invitations.issue(id, issuedBy)
      expect(await read(await invitations.show(link), invitation)).toMatchObject({ inviter: null })
    }
  })

  test('opens to the millisecond for 15 days, and says then that its time is over', async () => {
    const { link } = await invitations.invite()
    now = new Date(+start + 15 * day - 1)
    expect((await invitations.show(link)).status).toBe(200)
    now = new Date(+start + 15 * day)
    expect(await refusal(await invitations.show(link))).toMatchObject({
      status: 410,
      code: 'link-expired',
      details: { until: now.toISOString() },
    })
  })

  test('says whether the link was used, replaced or withdrawn', async () => {
    const used = await invitations.invite()
    expect((await invitations.accept(used.link)).status).toBe(201)
    const replaced = await invitations.invite()
    now = new Date(+start + hour)
    await invitations.issue(replaced.id)
    const withdrawn = await invitations.invite()
    await invitations.remove(withdrawn.id)
    for (const [{ link }, code] of [
      [used, 'link-used'],
      [replaced, 'link-replaced'],
      [withdrawn, 'link-withdrawn'],
    ] as const) {
      expect([code, ...(await refused(await invitations.show(link)))]).toEqual([code, 410, code])
      expect(await refused(await invitations.accept(link))).toEqual([410, code])
    }
  })

  test('does not open for what is no invitation of this installation', async () => {
    const { id, link } = await invitations.invite()
    const { links } = here.services
    for (const forged of [
      '',
      'x',
      altered(link),
      secretOf(links.password(here.company.id, id, start)),
      secretOf(links.guest(here.company.id, id, start)),
    ]) {
      expect(await refused(await invitations.show(forged))).toEqual([404, 'link-unknown'])
      expect(await refused(await invitations.accept(forged))).toEqual([404, 'link-unknown'])
      expect(await refused(await invitations.renew(forged))).toEqual([404, 'link-unknown'])
    }
    expect(await refused(await here.ask('/invitation'))).toEqual([404, 'link-unknown'])
    // The company is part of what was signed, and of every look-up.
    const elsewhere = secretOf(links.invitation(newId(), id, start))
    expect(await refused(await invitations.show(elsewhere))).toEqual([410, 'link-withdrawn'])
  })
})

describe('who accepts', () => {
  test('is an active user with the name, language and password they chose, signed in, and sees their rooms', async () => {
    const { id, email, link } = await invitations.invite({ 'Reading room': 'Participant' })
    const browser = openBrowser(here)
    const answer = await invitations.accept(link, {}, browser)
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
    const { id, link } = await invitations.invite()
    await invitations.accept(link, {}, browser)
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
    const { id, link } = await invitations.invite()
    const browser = openBrowser(here)
    expect(await refused(await invitations.accept(link, said, browser))).toEqual(problem)
    expect(browser.cookie).toBeNull()
    const user = here.db.selectFrom('users').select(['status', 'first_name']).where('id', '=', id)
    expect(await user.execute()).toEqual([{ status: 'invited', first_name: 'Ada' }])
    expect((await invitations.accept(link)).status).toBe(201)
  })

  test('twice in the same moment gets in once', async () => {
    const { id, link } = await invitations.invite()
    const answers = await Promise.all([1, 2, 3].map(() => invitations.accept(link)))
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1)
    const codes = answers.filter(({ status }) => status === 410).map(refused)
    expect((await Promise.all(codes)).flat()).toEqual([410, 'link-used', 410, 'link-used'])
    const sessions = here.db.selectFrom('sessions').select('id').where('user_id', '=', id)
    expect(await sessions.execute()).toHaveLength(1)
  })

  test.each([
    ['deleted', 'link-withdrawn'],
    ['invited again', 'link-replaced'],
  ])('and is %s in the same moment does not get in', async (what, code) => {
    const { id, link } = await invitations.invite()
    const companyId = here.company.id
    const browser = openBrowser(here)
    const answer = await here.db.transaction().execute(async (tx) => {
      await lockUsers({ tx, companyId }, [id])
      const accepting = invitations.accept(link, {}, browser)
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
    const { link } = await invitations.invite()
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
    expect((await invitations.show(link)).status).toBe(200)
  })
})
