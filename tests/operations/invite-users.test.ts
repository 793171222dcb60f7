import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { directoryOf, mailsOf, userIn } from '../support/directory.ts'
import { daysAgo, openStage, type Stage } from '../support/stage.ts'

let stage: Stage
beforeAll(async () => void (stage = await openStage({ chunkSize: 2 })))
afterAll(() => stage[Symbol.asyncDispose]())

const invite = 'invite-users'

describe('invite-users', () => {
  test('a new address becomes an invited user in the language of the company and gets one invitation mail', async () => {
    const company = await stage.company()
    const { said, batch } = await company.run(invite, ['ada@example.org,Ada,Lovelace'])
    expect(said).toEqual(['done'])
    expect(batch.totals).toMatchObject({ rows: 1, done: 1, mails: 1 })
    expect(await userIn(company, 'ada@example.org')).toEqual({
      email: 'ada@example.org',
      name: 'Ada Lovelace',
      language: 'en',
      status: 'invited',
      invitedAt: '2026-11-22T10:00:00',
      permissions: [],
      rooms: {},
    })
    expect(await mailsOf(company)).toEqual([
      { to: 'ada@example.org', kind: 'invitation', state: 'queued', rooms: [] },
    ])
  })

  test.each([
    ['a millisecond less than 15 days ago', daysAgo(15, -1), 'unchanged already-invited', 0],
    ['exactly 15 days ago', daysAgo(15), 'done', 1],
    ['just now', daysAgo(0), 'unchanged already-invited', 0],
    ['a year ago', daysAgo(365), 'done', 1],
  ])('who was invited %s: %s', async (_when, invitedAt, said, mails) => {
    const company = await stage.company()
    await company.addUser('ada@example.org', { firstName: 'Ada', lastName: 'L', invitedAt })
    const end = await company.run(invite, ['ada@example.org,Ada,L'])
    expect(end.said).toEqual([said])
    expect(await mailsOf(company)).toHaveLength(mails)
    const issued = mails === 1 ? '2026-11-22T10:00:00' : invitedAt.toISOString().slice(0, 19)
    expect(await userIn(company, 'ada@example.org')).toMatchObject({ invitedAt: issued })
  })

  test('who is invited again gets a new link and one mail; the mail that had not left is withdrawn', async () => {
    const company = await stage.company()
    await company.run(invite, ['ada@example.org,Ada,Lovelace'])
    const longAgo = { issued_at: daysAgo(20) }
    await stage.db
      .updateTable('invitations')
      .set(longAgo)
      .where('company_id', '=', company.id)
      .execute()
    expect((await company.run(invite, ['ada@example.org,Ada,Lovelace'])).said).toEqual(['done'])
    expect(await userIn(company, 'ada@example.org')).toMatchObject({
      invitedAt: '2026-11-22T10:00:00',
    })
    const states = (await mailsOf(company)).map(({ state }) => state)
    expect(states).toEqual(['withdrawn', 'queued'])
  })

  test('an active user is unchanged and gets no mail', async () => {
    const company = await stage.company()
    await company.addUser('ada@example.org', { firstName: 'Ada', lastName: 'L' })
    const { said } = await company.run(invite, ['ada@example.org,Ada,L'])
    expect(said).toEqual(['unchanged already-active'])
    expect(await mailsOf(company)).toEqual([])
  })

  test('a name that differs from the directory is noticed; the directory keeps its own, also in the mail', async () => {
    const company = await stage.company()
    const augusta = { firstName: 'Augusta', lastName: 'Byron' }
    await company.addUser('ada@example.org', augusta)
    await company.addUser('expired@example.org', { ...augusta, invitedAt: daysAgo(16) })
    const { said, rows } = await company.run(invite, [
      'ada@example.org,Ada,Lovelace',
      'expired@example.org,Ada,Lovelace',
    ])
    expect(said).toEqual(['unchanged already-active, name-differs', 'done name-differs'])
    expect(rows[0]?.notices[1]?.particulars).toEqual({
      directory: 'Augusta Byron',
      value: 'Ada Lovelace',
    })
    expect(await userIn(company, 'expired@example.org')).toMatchObject({ name: 'Augusta Byron' })
    const mails = await stage.db
      .selectFrom('mails')
      .select('content')
      .where('company_id', '=', company.id)
      .execute()
    expect(mails).toMatchObject([{ content: augusta }])
  })

  test('the invitation and its mail say who invites', async () => {
    const company = await stage.company()
    await company.run(invite, ['ada@example.org,Ada,Lovelace'])
    const issued = await stage.db
      .selectFrom('invitations')
      .select('issued_by')
      .where('company_id', '=', company.id)
      .execute()
    expect(issued).toEqual([{ issued_by: company.admin.userId }])
    const mails = await stage.db
      .selectFrom('mails')
      .select('content')
      .where('company_id', '=', company.id)
      .execute()
    expect(mails).toMatchObject([{ content: { inviter: company.admin.email } }])
  })

  test('addresses are compared without regard to case, in the directory and in the file', async () => {
    const company = await stage.company()
    await company.addUser('Ada@Example.org', { firstName: 'Ada', lastName: 'L' })
    const { said } = await company.run(invite, [
      'ADA@example.ORG,Ada,L',
      'alan@example.org,Alan,T',
      'ALAN@EXAMPLE.ORG,Alan,T',
    ])
    expect(said).toEqual(['unchanged already-active', 'done', 'unchanged same-as-line 2'])
    expect((await directoryOf(company)).users).toHaveLength(3)
    expect(await mailsOf(company)).toHaveLength(1)
  })

  test('one address with two different names in a file is a contradiction that names the earlier line', async () => {
    const company = await stage.company()
    const { said } = await company.plan(invite, [
      'ada@example.org,Ada,Lovelace',
      'other@example.org,Other,Person',
      'ada@example.org,Ada,Byron',
    ])
    expect(said).toEqual(['ready', 'ready', 'error contradicts-line 1'])
  })

  test('a row with a problem takes no part in the comparison with other rows', async () => {
    const company = await stage.company()
    const { said } = await company.plan(invite, [
      'ada@example.org,,Lovelace',
      'ada@example.org,Ada,Byron',
      'ada@example.org,Ada,Lovelace',
      'ada@example.org,Ada,Byron',
    ])
    expect(said).toEqual([
      'error missing-value',
      'ready',
      'error contradicts-line 2',
      'unchanged same-as-line 2',
    ])
  })

  test('missing cells are a problem of their fields, an empty row is none, a wrong address says so', async () => {
    const company = await stage.company()
    const { batch, rows, said } = await company.plan(invite, [
      'ada@example.org',
      ',,',
      '',
      'not-an-address,Nora,Arndt',
      '  alan@example.org ,  Alan ,\u00a0Turing ',
    ])
    expect(batch.totals).toMatchObject({ rows: 3, ready: 1, error: 2 })
    expect(said).toEqual(['error missing-value, missing-value', 'error invalid-email', 'ready'])
    expect(rows.map(({ line }) => line)).toEqual([1, 4, 5])
    expect(rows[0]?.problems.map(({ field }) => field)).toEqual(['firstName', 'lastName'])
    await company.execute(batch)
    expect(await userIn(company, 'alan@example.org')).toMatchObject({ name: 'Alan Turing' })
  })

  test("invited people's language is the batch's, else the company's", async () => {
    const company = await stage.company()
    await stage.db
      .updateTable('companies')
      .set({ language: 'de' })
      .where('id', '=', company.id)
      .execute()
    await company.run(invite, ['ada@example.org,Ada,Lovelace'])
    const { batch } = await company.plan(invite, ['alan@example.org,Alan,Turing'])
    await stage.db
      .updateTable('batches')
      .set({ language: 'en' })
      .where('id', '=', batch.id)
      .execute()
    await company.execute(batch)
    expect(await userIn(company, 'ada@example.org')).toMatchObject({ language: 'de' })
    expect(await userIn(company, 'alan@example.org')).toMatchObject({ language: 'en' })
  })
})
