import { sql, type RawBuilder } from 'kysely'
import { expect, test, vi } from 'vitest'
import { directoryOf } from '../support/directory.ts'
import { waitingForLocks } from '../support/locks.ts'
import { openStage, type Outcome, type Stage, type StagedCompany } from '../support/stage.ts'

const changed = (reason: string) => expect.stringContaining(`failed directory-changed ${reason}`)

test('a guest whom somebody deletes while a batch renames them does not come back', async () => {
  await using stage = await openStage()
  const company = await stage.company()
  await company.addRoom('room 1')
  await company.run('invite-guests', ['ada@example.org,Ada,room 1,Guest,False'])
  const planned = await company.plan('invite-guests', ['ada@example.org,Ada L,room 1,Guest,True'])
  const { said } = await whileOthers(
    stage,
    sql`delete from guests where company_id = ${company.id}`,
    { company, planned },
  )
  expect(said).toEqual([changed('otherwise')])
  expect((await directoryOf(company)).guests).toEqual([])
})

test('a role that somebody takes away while a batch changes it does not come back', async () => {
  await using stage = await openStage()
  const company = await stage.company()
  await company.addRoom('room 1')
  await company.addUser('ada@example.org')
  await company.run('assign-users-to-rooms', ['ada@example.org,room 1,Guest'])
  const planned = await company.plan('assign-users-to-rooms', ['ada@example.org,room 1,Admin'])
  const { said } = await whileOthers(
    stage,
    sql`delete from assignments where company_id = ${company.id}`,
    { company, planned },
  )
  expect(said).toEqual([changed('otherwise')])
  const { users } = await directoryOf(company)
  expect(users.find(({ email }) => email === 'ada@example.org')?.rooms).toEqual({})
})

/** Executes a batch whose look-ups see the directory before a change, and whose effects have to wait for it. */
async function whileOthers(
  stage: Stage,
  change: RawBuilder<unknown>,
  { company, planned }: { readonly company: StagedCompany; readonly planned: Outcome },
): Promise<Outcome> {
  const { executing } = await stage.db.transaction().execute(async (tx) => {
    await change.execute(tx)
    const executing = company.execute(planned.batch)
    await vi.waitFor(async () => expect(await waitingForLocks(stage)).toBe(1))
    // Wrapped: a promise that is answered would be waited for, and it waits for this transaction.
    return { executing }
  })
  return await executing
}
