import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { createCompany } from '../../../tests/support/company.ts'
import { waitingForLocks } from '../../../tests/support/locks.ts'
import { forgiveAttempts } from './forgive-attempts.ts'

const now = new Date()
const [first, second] = [Buffer.from([1]), Buffer.from([2])]

test.each([
  { all: [first], one: [second] },
  { all: [second], one: [first] },
])('whoever counts meanwhile is waited for, and never blocked', async (forgiven) => {
  await using company = await createCompany()
  const { db } = company
  await sql`insert into failed_sign_ins values (${first}, 1, ${now}), (${second}, 1, ${now})`.execute(
    db,
  )
  let forgiving: Promise<void> | undefined
  await db.transaction().execute(async (tx) => {
    // Attempts are counted in the order of their subjects.
    await sql`select from failed_sign_ins where subject = ${first} for update`.execute(tx)
    forgiving = forgiveAttempts(db, forgiven, now)
    await expect.poll(() => waitingForLocks(company)).toBe(1)
    await sql`select from failed_sign_ins where subject = ${second} for update nowait`.execute(tx)
  })
  await forgiving

  const left = await db.selectFrom('failed_sign_ins').selectAll().execute()
  expect(left).toEqual([{ subject: forgiven.one[0], failures: 0, last_at: now }])
})
