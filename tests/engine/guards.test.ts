import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findBatch, type BatchRecord } from '../../src/directory/batches.ts'
import type { Confirmation } from '../../src/execute/required-confirmation.ts'
import { directoryOf, mailsOf } from '../support/directory.ts'
import { openStage, type Stage, type StagedCompany } from '../support/stage.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage({ guards: { deletions: 20, mails: 3 } })
})
afterAll(() => stage[Symbol.asyncDispose]())

/** Ten users: the administrator and nine others. */
async function company(): Promise<StagedCompany> {
  const company = await stage.company()
  for (let n = 1; n <= 9; n++) await company.addUser(`u${n}@example.org`)
  return company
}

function execute(
  { admin }: StagedCompany,
  batch: BatchRecord,
  request: { confirm?: Confirmation; skipErrors?: boolean } = {},
): Promise<void> {
  const { confirm = {}, skipErrors = false } = request
  const digest = batch.digest ?? ''
  return stage.engine.executeBatch(batch, { actor: admin, digest, skipErrors, confirm })
}

const users = (count: number) => Array.from({ length: count }, (_, n) => `u${n + 1}@example.org`)
const invitees = (count: number) => Array.from({ length: count }, (_, n) => `n${n}@example.org,N,N`)

describe('deleting more than 20 % of the users', () => {
  test('needs a confirmation that states the number of users', async () => {
    const it = await company()
    const { batch } = await it.plan('delete-users', [...users(3), 'u1@example.org'])
    expect(await stage.engine.requiredConfirmation(batch)).toEqual({ deletions: 3 })
    await expect(execute(it, batch)).rejects.toMatchObject({
      code: 'confirmation-required',
      particulars: { deletions: 3 },
    })
    expect((await findBatch(stage.db, batch)).state).toBe('verified')
    await execute(it, batch, { confirm: { deletions: 3 } })
    expect((await it.settled(batch)).batch.totals.done).toBe(3)
  })

  test.each([2, 4, 0])(
    'is refused with the wrong number %i, and nobody is deleted',
    async (deletions) => {
      const it = await company()
      const { batch } = await it.plan('delete-users', users(3))
      await expect(execute(it, batch, { confirm: { deletions } })).rejects.toMatchObject({
        code: 'confirmation-required',
      })
      expect((await directoryOf(it)).users).toHaveLength(10)
    },
  )

  test('exactly 20 % needs none; rows with problems and repeated ones do not count', async () => {
    const it = await company()
    const { batch } = await it.plan('delete-users', [
      ...users(2),
      ...users(2),
      'nobody@example.org',
    ])
    expect(await stage.engine.requiredConfirmation(batch)).toEqual({})
    await execute(it, batch, { skipErrors: true })
    expect((await it.settled(batch)).batch.totals).toMatchObject({
      done: 2,
      unchanged: 2,
      error: 1,
    })
  })

  test('is measured by the users of the moment, not of the verification', async () => {
    const it = await company()
    const { batch } = await it.plan('delete-users', users(2))
    await stage.db
      .deleteFrom('users')
      .where('company_id', '=', it.id)
      .where('email', '=', 'u9@example.org')
      .execute()
    await expect(execute(it, batch)).rejects.toMatchObject({ code: 'confirmation-required' })
  })
})

describe('more mails than the limit', () => {
  test('need a confirmation that states their number', async () => {
    const it = await company()
    const { batch } = await it.plan('invite-users', invitees(4))
    await expect(execute(it, batch)).rejects.toMatchObject({ particulars: { mails: 4 } })
    await expect(execute(it, batch, { confirm: { mails: 3 } })).rejects.toMatchObject({
      code: 'confirmation-required',
    })
    await expect(execute(it, batch, { confirm: { deletions: 4 } })).rejects.toMatchObject({
      code: 'confirmation-required',
    })
    expect(await mailsOf(it)).toEqual([])
    await execute(it, batch, { confirm: { mails: 4 } })
    expect((await it.settled(batch)).batch.totals).toMatchObject({ done: 4, mails: 4 })
  })

  test('as many mails as the limit need none', async () => {
    const it = await company()
    const { batch } = await it.plan('invite-users', invitees(3))
    await execute(it, batch)
    expect((await it.settled(batch)).batch.totals.mails).toBe(3)
  })
})

describe('rows with problems', () => {
  test('by default nothing is executed while a row has one', async () => {
    const it = await company()
    const { batch } = await it.plan('invite-users', ['new@example.org,N,N', 'x,N,N', 'y,N,N'])
    await expect(execute(it, batch)).rejects.toMatchObject({
      code: 'rows-with-problems',
      particulars: { error: 2 },
    })
    expect((await directoryOf(it)).users).toHaveLength(10)
    expect((await findBatch(stage.db, batch)).state).toBe('verified')
  })

  test('can be skipped by choice: the others are executed, each keeps its problem as its result', async () => {
    const it = await company()
    const { batch } = await it.plan('invite-users', ['new@example.org,N,N', 'x,N,N'])
    await execute(it, batch, { skipErrors: true })
    const end = await it.settled(batch)
    expect(end.said).toEqual(['done', 'error invalid-email'])
    expect(end.batch).toMatchObject({ totals: { done: 1, error: 1 } })
  })
})

test('a draft cannot be executed, and what was executed cannot be executed again', async () => {
  const it = await company()
  const { batch } = await it.run('invite-users', ['new@example.org,N,N'])
  await expect(execute(it, batch)).rejects.toMatchObject({ code: 'illegal-move' })
})

test('of two requests at once that execute the same batch, one is taken', async () => {
  const it = await company()
  const { batch } = await it.plan('invite-users', invitees(2))
  const asked = await Promise.allSettled([execute(it, batch), execute(it, batch)])
  expect(asked.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  expect((await it.settled(batch)).batch.totals).toMatchObject({ done: 2, mails: 2 })
  expect(await mailsOf(it)).toHaveLength(2)
})
