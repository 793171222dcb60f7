import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { createOutbox, testNow } from '../../tests/support/outbox.ts'
import type { Db } from '../directory/schema.ts'
import { newId } from '../domain/id.ts'
import { listMails } from './list-mails.ts'
import {
  queueGuestMails,
  queueInvitations,
  queuePasswordLinks,
  queueTestMail,
  withdrawInvitations,
  withdrawMailsTo,
} from './outbox.ts'
import { settleWithdrawals } from './settle-withdrawals.ts'

const strange =
  'Zoë "Z" \\ \u{1F469}\u200D\u{1F680} \u202E ${} <b> \' ; drop table mails -- \n\t\u0001'

test('an invitation is queued with all that its mail says, and no link', async () => {
  await using outbox = await createOutbox()
  await outbox.invite(['ada@example.org'], { firstName: strange })

  const { rows } = await sql<{ content: { firstName: string } }>`
    select * from mails`.execute(outbox.db)
  expect(rows).toMatchObject([
    {
      company_id: outbox.companyId,
      kind: 'invitation',
      batch_id: null,
      recipient: 'ada@example.org',
      language: 'en',
      state: 'queued',
      attempts: 0,
      due_at: testNow,
      created_at: testNow,
      content: {
        firstName: strange,
        lastName: 'Lovelace',
        issuedAt: '2026-11-22T10:00:00.000Z',
        rooms: [{ name: 'room 1', role: 'Participant' }],
      },
    },
  ])
})

test('a guest gets one mail with all links of the row', async () => {
  await using outbox = await createOutbox()
  const { db, companyId } = outbox
  const batchId = newId()
  const guests = ['room 1', strange].map(
    (room) => ({ id: newId(), issuedAt: testNow, room, role: 'Guest' }) as const,
  )
  await db.transaction().execute(async (tx) => {
    const mails = [
      { recipient: 'emmy@example.org', name: 'Emmy', guests, validUntil: testNow },
      { recipient: 'max@example.org', name: 'Max', guests: guests.slice(0, 1) },
    ]
    await queueGuestMails(tx, { companyId, batchId, language: 'de', now: testNow, mails })
  })

  const { rows } = await sql`select * from mails order by id`.execute(db)
  expect(rows).toMatchObject([
    {
      kind: 'guest',
      batch_id: batchId,
      user_id: null,
      language: 'de',
      content: {
        name: 'Emmy',
        validUntil: '2026-11-22T10:00:00.000Z',
        guests: guests.map((guest) => ({ ...guest, issuedAt: '2026-11-22T10:00:00.000Z' })),
      },
    },
    { recipient: 'max@example.org', content: { name: 'Max' } },
  ])
})

test('what is rolled back was never queued', async () => {
  await using outbox = await createOutbox()
  const { db, companyId } = outbox
  const mails = [
    {
      userId: newId(),
      recipient: 'ada@example.org',
      firstName: 'Ada',
      lastName: 'Lovelace',
      inviter: null,
      issuedAt: testNow,
      rooms: [],
    },
  ]
  const attempt = db.transaction().execute(async (tx) => {
    await queueInvitations(tx, { companyId, batchId: null, language: 'en', now: testNow, mails })
    throw new Error('not today')
  })
  await expect(attempt).rejects.toThrow('not today')
  expect(await outbox.mails()).toEqual([])
})

test('only the unsent invitations to the named users of the company are withdrawn', async () => {
  await using outbox = await createOutbox()
  const { db, companyId } = outbox
  const users = await outbox.invite(['queued@x.org', 'sending@x.org', 'sent@x.org', 'other@x.org'])
  await sql`update mails set state = 'sending' where recipient = 'sending@x.org'`.execute(db)
  await sql`update mails set state = 'sent' where recipient = 'sent@x.org'`.execute(db)
  const withdraw = (companyId: string, userIds: readonly string[]) =>
    db.transaction().execute((tx) => withdrawInvitations(tx, { companyId, userIds }))

  await withdraw(newId(), users)
  await withdraw(companyId, users.slice(0, 3))
  await withdraw(companyId, [])

  expect((await outbox.mails()).map(({ state }) => state)).toEqual([
    'withdrawn',
    'withdrawn',
    'sent',
    'queued',
  ])
})

test('a newer link to choose a password takes the mail of the older one back, and no other', async () => {
  await using outbox = await createOutbox()
  const { db, companyId } = outbox
  const [ada = ''] = await outbox.invite(['ada@example.org'])
  const askForLink = (userId: string) => queuePasswordLink(db, { companyId, userId })

  await askForLink(ada)
  await askForLink(newId())
  await askForLink(ada)

  const states = (await outbox.mails()).map(({ state }) => state)
  expect(states).toEqual(['queued', 'withdrawn', 'queued', 'queued'])
})

test('whoever is deleted gets no mail of any kind any more', async () => {
  await using outbox = await createOutbox()
  const { db, companyId } = outbox
  const [ada = '', alan = ''] = await outbox.invite(['ada@example.org', 'alan@example.org'])
  for (const userId of [ada, alan]) {
    await queuePasswordLink(db, { companyId, userId })
    const to = {
      companyId,
      userId,
      recipient: 'x@example.org',
      language: 'de',
      now: testNow,
    } as const
    await db.transaction().execute((tx) => queueTestMail(tx, to))
  }

  await db.transaction().execute((tx) => withdrawMailsTo(tx, { companyId, userIds: [ada] }))

  const states = (await outbox.mails()).map(({ state }) => state)
  expect(states).toEqual(['withdrawn', 'queued', 'withdrawn', 'withdrawn', 'queued', 'queued'])
})

async function queuePasswordLink(
  db: Db,
  { companyId, userId }: { readonly companyId: string; readonly userId: string },
): Promise<void> {
  const link = {
    userId,
    recipient: 'ada@example.org',
    firstName: 'Ada',
    lastName: 'Lovelace',
    issuedAt: testNow,
    expiresAt: new Date('2026-11-22T12:00:00Z'),
  }
  const queue = { companyId, batchId: null, language: 'en', now: testNow, mails: [link] } as const
  await db.transaction().execute((tx) => queuePasswordLinks(tx, queue))
}

test('a delivery that writes to the mails meanwhile does not keep a snapshot from withdrawing them', async () => {
  await using outbox = await createOutbox()
  const { db, companyId } = outbox
  const userIds = await outbox.invite(['ada@example.org', 'alan@example.org'])

  const snapshot = db.transaction().setIsolationLevel('repeatable read')
  await snapshot.execute(async (tx) => {
    await sql`select from mails`.execute(tx)
    await sql`update mails set state = 'sending' where recipient = 'ada@example.org'`.execute(db)
    await sql`update mails set state = 'sent' where recipient = 'alan@example.org'`.execute(db)
    await withdrawInvitations(tx, { companyId, userIds })
  })

  const states = async () => (await outbox.mails()).map(({ state }) => state)
  expect(await states()).toEqual(['withdrawn', 'sent'])
  expect((await listMails(db, { companyId, limit: 2 })).entries.map(({ state }) => state)).toEqual([
    'sent',
    'withdrawn',
  ])
  await settleWithdrawals(db)
  expect(await states()).toEqual(['withdrawn', 'sent'])
  expect((await sql`select from mail_withdrawals`.execute(db)).rows).toEqual([])
})

test('the list shows the newest first, page by page, with subject and rooms, of one company only', async () => {
  await using outbox = await createOutbox()
  const { db, companyId } = outbox
  const recipients = Array.from({ length: 7 }, (_, index) => `person${index}@example.org`)
  await outbox.invite(recipients)

  const listed: string[] = []
  let after: string | undefined
  do {
    const { entries, total } = await listMails(db, { companyId, limit: 3, after })
    expect(total).toBe(7)
    listed.push(...entries.map(({ to }) => to))
    after = entries.at(-1)?.id
  } while (after !== undefined)

  expect(listed).toEqual(recipients.toReversed())
  const { entries } = await listMails(db, { companyId, limit: 1 })
  expect(entries[0]).toEqual({
    id: expect.any(String),
    to: 'person6@example.org',
    kind: 'invitation',
    language: 'en',
    state: 'queued',
    subject: 'Example invites you',
    batchId: null,
    rooms: [{ room: 'room 1', role: 'Participant' }],
    answer: null,
    attempts: 0,
    dueAt: testNow,
    sentAt: null,
    createdAt: testNow,
  })
  expect(await listMails(db, { companyId: newId(), limit: 100 })).toEqual({ entries: [], total: 0 })
})
