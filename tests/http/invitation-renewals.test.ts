import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { invitationsOf } from './support/invitations.ts'
import { refusal, refused } from './support/read.ts'
import { secretOf } from './support/shown-link.ts'
import { startServer, type TestServer } from './support/start-server.ts'

const start = new Date('2026-11-22T10:00:00Z')
const day = 24 * 60 * 60 * 1000

let here: TestServer
let invitations: ReturnType<typeof invitationsOf>
let now = start

beforeAll(async () => {
  here = await startServer({ now: () => now })
  invitations = invitationsOf(here)
})
afterAll(() => here[Symbol.asyncDispose]())
beforeEach(() => void (now = start))

const linkNow = (id: string) => secretOf(here.services.links.invitation(here.company.id, id, now))

const mailsTo = (id: string) =>
  here.db
    .selectFrom('mails')
    .select(['recipient', 'state', 'language', 'content', 'batch_id'])
    .where('user_id', '=', id)
    .orderBy('id')
    .execute()

describe('who asks for another link', () => {
  test('with one whose time is over gets a new one, from the same inviter, in their language', async () => {
    const { id, email, link } = await invitations.invite({ Nook: 'Spectator', Vault: 'No access' })
    now = new Date(+start + 20 * day)
    const answer = await invitations.renew(link)
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
    expect(await refused(await invitations.show(link))).toEqual([410, 'link-replaced'])
    expect((await invitations.accept(linkNow(id))).status).toBe(201)
  })

  test('with a replaced one gets the one that stands, once more', async () => {
    const { id, link } = await invitations.invite()
    now = new Date(+start + day)
    const standing = await invitations.issue(id)
    now = new Date(+start + 2 * day)
    expect((await invitations.renew(link)).status).toBe(202)
    expect(await mailsTo(id)).toMatchObject([
      { content: { issuedAt: new Date(+start + day).toISOString() } },
    ])
    expect((await invitations.show(standing)).status).toBe(200)
  })

  test('gets at most one mail in an hour, however often and from however many places they ask', async () => {
    const { id, link } = await invitations.invite()
    now = new Date(+start + 16 * day)
    const answers = await Promise.all([1, 2, 3].map(() => invitations.renew(link)))
    expect(answers.filter(({ status }) => status === 202)).toHaveLength(1)
    now = new Date(+now + 50 * 60_000)
    expect(await refusal(await invitations.renew(link))).toMatchObject({
      code: 'link-renewed-lately',
      details: { minutes: 10 },
    })
    expect(await mailsTo(id)).toHaveLength(1)
    now = new Date(+now + 10 * 60_000)
    expect((await invitations.renew(link)).status).toBe(202)
    expect(await mailsTo(id)).toHaveLength(2)
  })

  test('who is in already, or was deleted, gets no mail', async () => {
    const used = await invitations.invite()
    await invitations.accept(used.link)
    expect(await refused(await invitations.renew(used.link))).toEqual([410, 'link-used'])
    const gone = await invitations.invite()
    await invitations.remove(gone.id)
    expect(await refused(await invitations.renew(gone.link))).toEqual([410, 'link-withdrawn'])
    expect(await mailsTo(used.id)).toEqual([])
    expect(await mailsTo(gone.id)).toEqual([])
  })
})
