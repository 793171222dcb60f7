import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { createOutbox, testNow, type TestOutbox } from '../../tests/support/outbox.ts'
import { newId } from '../domain/id.ts'
import { holdMails } from './hold-mails.ts'
import { describeAnswer } from './own-answer.ts'
import { queueGuestMails, queueInvitations, queueTestMail, withdrawMailsTo } from './outbox.ts'
import { recallMails } from './recall-mails.ts'
import { releaseMails } from './release-mails.ts'
import { settleWithdrawals } from './settle-withdrawals.ts'
import { withdrawRoomLinks } from './withdraw-room-links.ts'

describe('a company that holds its mails', () => {
  it('holds invitations and guest mails, queued before or after; what somebody asked for themselves leaves', async () => {
    await using outbox = await createOutbox()
    await outbox.invite(['before@example.org'])
    await hold(outbox)
    await outbox.invite(['after@example.org'])
    await test(outbox)

    expect(await states(outbox)).toEqual({
      'before@example.org': 'held',
      'after@example.org': 'held',
      'test@example.org': 'queued',
    })
  })

  it('leaves alone what is just being handed over, and holds what is only claimed', async () => {
    await using outbox = await createOutbox()
    await outbox.invite(['claimed@example.org', 'leaving@example.org'])
    await sql`
      update mails set state = 'sending',
        handed_over_at = case recipient when 'leaving@example.org' then ${testNow}::timestamptz end
    `.execute(outbox.db)
    await hold(outbox)

    expect(await states(outbox)).toEqual({
      'claimed@example.org': 'held',
      'leaving@example.org': 'sending',
    })
  })

  it('holds what a batch queues at that very moment', async () => {
    await using outbox = await createOutbox()
    const [queued, mayCommit] = [Promise.withResolvers(), Promise.withResolvers()]
    const committed = outbox.db.transaction().execute(async (tx) => {
      await queueInvitations(tx, queue(outbox, 'same-moment@example.org'))
      queued.resolve(undefined)
      await mayCommit.promise
    })
    await queued.promise
    const holding = hold(outbox)
    await somebodyWaits(outbox)
    mayCommit.resolve(undefined)
    await Promise.all([committed, holding])

    expect(await states(outbox)).toEqual({ 'same-moment@example.org': 'held' })
  })

  it('holds no mail of another company', async () => {
    await using outbox = await createOutbox()
    await outbox.invite(['ada@example.org'])
    expect(await outbox.db.transaction().execute(async (tx) => await holdMails(tx, newId()))).toBe(
      0,
    )
    expect(await states(outbox)).toEqual({ 'ada@example.org': 'queued' })
  })
})

it('a batch holds its mails, and no others', async () => {
  await using outbox = await createOutbox()
  const batchId = await heldBatch(outbox)
  await outbox.db
    .transaction()
    .execute((tx) => queueInvitations(tx, { ...queue(outbox, 'batch@example.org'), batchId }))
  await outbox.invite(['other@example.org'])

  expect(await states(outbox)).toEqual({
    'batch@example.org': 'held',
    'other@example.org': 'queued',
  })
  const later = new Date(testNow.getTime() + 1)
  const choice = { batch: batchId }
  expect(await releaseMails(outbox.db, outbox.companyId, { choice, now: later })).toBe(1)
  expect(await outbox.mails()).toMatchObject([
    { state: 'queued', dueAt: later },
    { state: 'queued', dueAt: testNow },
  ])
})

it('chosen mails are released or recalled; those of another company, and what has left, are not', async () => {
  await using outbox = await createOutbox()
  const { db, companyId } = outbox
  await outbox.invite(['held@x.org', 'queued@x.org', 'leaving@x.org', 'sent@x.org', 'failed@x.org'])
  await test(outbox)
  await sql`
    update mails set state = case split_part(recipient, '@', 1)
        when 'leaving' then 'sending' when 'test' then 'queued' else split_part(recipient, '@', 1) end,
      handed_over_at = case recipient when 'leaving@x.org' then ${testNow}::timestamptz end
  `.execute(db)
  const mails = (await outbox.mails()).map(({ id }) => id)

  expect(await recallMails(db, newId(), { mails })).toBe(0)
  expect(await releaseMails(db, newId(), { choice: { all: true }, now: testNow })).toBe(0)
  expect(await recallMails(db, companyId, { all: true })).toBe(2)

  expect(await states(outbox)).toEqual({
    'held@x.org': 'withdrawn',
    'queued@x.org': 'withdrawn',
    'leaving@x.org': 'sending',
    'sent@x.org': 'sent',
    'failed@x.org': 'failed',
    'test@example.org': 'queued',
  })
  const [recalled] = await outbox.mails()
  expect(describeAnswer(recalled?.answer ?? '', 'en')).toBe(
    'It was recalled before it left. Its links are still valid.',
  )
  expect(await recallMails(db, companyId, { mails })).toBe(1)
})

it('however many mails are chosen, all of them are released, and recalled', async () => {
  await using outbox = await createOutbox()
  const { db, companyId } = outbox
  // More than are looked for at once.
  await sql`
    insert into mails (company_id, id, kind, recipient, recipient_key, language, content, state, created_at)
    select ${companyId}, gen_random_uuid(), 'invitation', 'ada@x.org', 'ada@x.org', 'en', '{}', 'held', now()
    from generate_series(1, 50001)`.execute(db)

  const choice = { all: true } as const
  expect(await releaseMails(db, companyId, { choice, now: testNow })).toBe(50_001)
  expect(await recallMails(db, companyId, choice)).toBe(50_001)
  expect(await recallMails(db, companyId, choice)).toBe(0)
})

it('held mails to users who are deleted, and to guests whose room goes, are withdrawn', async () => {
  await using outbox = await createOutbox()
  const { db, companyId } = outbox
  await hold(outbox)
  const userIds = await outbox.invite(['ada@example.org'])
  const room = newId()
  const guest = { id: newId(), issuedAt: testNow, room: 'room 1', role: 'Guest' } as const
  await sql`insert into rooms values (${companyId}, ${room}, 'room 1', null, ${testNow})`.execute(
    db,
  )
  await sql`
    insert into guests (company_id, id, room_id, email, email_key, name, role, language, issued_at)
    values (${companyId}, ${guest.id}, ${room}, 'g@x.org', 'g@x.org', 'G', 'Guest', 'en', ${testNow})
  `.execute(db)
  await db.transaction().execute(async (tx) => {
    const mails = [{ recipient: 'g@x.org', name: 'G', guests: [guest] }]
    await queueGuestMails(tx, { companyId, batchId: null, language: 'en', now: testNow, mails })
    await withdrawMailsTo(tx, { companyId, userIds })
    await withdrawRoomLinks(tx, { companyId, id: room })
  })

  const gone = { 'ada@example.org': 'withdrawn', 'g@x.org': 'withdrawn' }
  expect(await states(outbox)).toEqual(gone)
  expect(await releaseMails(db, companyId, { choice: { all: true }, now: testNow })).toBe(0)
  await settleWithdrawals(db)
  expect(await states(outbox)).toEqual(gone)
})

async function hold({ db, companyId }: TestOutbox): Promise<number> {
  return await db.transaction().execute(async (tx) => {
    await sql`update companies set holds_mails = true where id = ${companyId}`.execute(tx)
    return await holdMails(tx, companyId)
  })
}

async function test({ db, companyId }: TestOutbox): Promise<void> {
  const to = { userId: newId(), recipient: 'test@example.org' }
  await db
    .transaction()
    .execute((tx) => queueTestMail(tx, { companyId, ...to, language: 'en', now: testNow }))
}

function queue({ companyId }: TestOutbox, recipient: string) {
  const names = { firstName: 'Ada', lastName: 'Lovelace', inviter: null, rooms: [] }
  const mails = [{ userId: newId(), recipient, ...names, issuedAt: testNow }]
  return { companyId, batchId: null, language: 'en', now: testNow, mails } as const
}

async function heldBatch({ db, companyId }: TestOutbox): Promise<string> {
  const id = newId()
  await sql`
    insert into batches (company_id, id, operation, state, source, source_digest, records, mapping,
      created_by, created_at, holds_mails)
    values (${companyId}, ${id}, 'invite-users', 'executing', '{}', '', 1, '{}', ${newId()}, ${testNow}, true)
  `.execute(db)
  return id
}

async function states(outbox: TestOutbox): Promise<Record<string, string>> {
  const mails = await outbox.mails()
  return Object.fromEntries(mails.map(({ to, state }) => [to, state]))
}

/** Answers when a statement waits for what another transaction holds. */
async function somebodyWaits({ db }: TestOutbox): Promise<void> {
  const waiting = sql`
    select from pg_stat_activity
    where datname = current_database() and wait_event_type = 'Lock'`
  await expect.poll(async () => (await waiting.execute(db)).rows.length).toBe(1)
}
