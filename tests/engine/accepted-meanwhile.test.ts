import { expect, test, vi } from 'vitest'
import { mailsOf } from '../support/directory.ts'
import { waitingForLocks } from '../support/locks.ts'
import { daysAgo, openStage } from '../support/stage.ts'

test('who accepts an invitation while a batch issues it anew is not invited once more', async () => {
  await using stage = await openStage()
  const company = await stage.company()
  const name = { firstName: 'Ada', lastName: 'L' }
  const ada = await company.addUser('ada@example.org', { ...name, invitedAt: daysAgo(16) })
  const { batch } = await company.plan('invite-users', ['ada@example.org,Ada,L'])
  const { companyId, userId } = ada

  const { executing } = await stage.db.transaction().execute(async (tx) => {
    await tx
      .updateTable('users')
      .set({ status: 'active' })
      .where('company_id', '=', companyId)
      .where('id', '=', userId)
      .execute()
    await tx.deleteFrom('invitations').where('user_id', '=', userId).execute()
    const executing = company.execute(batch)
    await vi.waitFor(async () => expect(await waitingForLocks(stage)).toBe(1))
    // Wrapped: a promise that is answered would be waited for, and it waits for this transaction.
    return { executing }
  })

  expect((await executing).said).toEqual(['unchanged already-active'])
  expect(await mailsOf(company)).toEqual([])
  const invitations = stage.db.selectFrom('invitations').select('issued_at')
  expect(await invitations.where('company_id', '=', company.id).execute()).toEqual([])
})
