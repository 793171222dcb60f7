import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { directoryOf } from '../support/directory.ts'
import { resultsPerRow } from '../support/interrupt.ts'
import { openStage, type Stage, type StagedCompany } from '../support/stage.ts'

test('while others change users, rooms and roles, a batch loses no row and doubles none', async () => {
  await using stage = await openStage({ chunkSize: 10 })
  const company = await stage.company()
  for (let n = 0; n < 5; n++) await company.addRoom(`room ${n}`)
  const lines = Array.from(
    { length: 400 },
    (_, n) => `p${n % 100}@example.org,P,N,room ${(n + Math.floor(n / 100)) % 5},Guest`,
  )
  const { batch } = await company.plan('invite-and-assign-users', lines)
  const stopping = new AbortController()
  const writing = writeMeanwhile(stage, company, stopping.signal)
  const end = await company.execute(batch)
  stopping.abort()
  expect(await writing).toBeGreaterThan(10)

  expect(end.batch).toMatchObject({ state: 'done', cause: null })
  expect(end.batch.totals.ready).toBe(0)
  expect(await resultsPerRow(stage.db, end.batch)).toEqual(lines.map(() => 1))
  const states = end.rows.map(({ state }) => state)
  const { done, unchanged, failed } = end.batch.totals
  expect([done, unchanged, failed]).toEqual(
    ['done', 'unchanged', 'failed'].map((each) => states.filter((state) => state === each).length),
  )
  expect(stage.engine.errors).toEqual([])
  // Whoever was left alone by the others is where the batch wanted them.
  const { users } = await directoryOf(company)
  const untouched = users.filter(({ email }) => /^p[6-9]\d@/.test(email))
  expect(untouched).toHaveLength(40)
  for (const { rooms } of untouched)
    expect(new Set(Object.values(rooms))).toEqual(new Set(['Guest']))
})

test('others who never cease to change the same people do not keep a batch from its end', async () => {
  await using stage = await openStage({ chunkSize: 3_000 })
  const company = await stage.company()
  await company.addRoom('room 1')
  const people = Array.from({ length: 3_000 }, (_, n) => `p${n}@example.org`)
  const rowsWith = (role: string) => people.map((email) => `${email},P,N,room 1,${role}`)
  await company.run('invite-and-assign-users', rowsWith('Guest'))
  const { batch } = await company.plan('invite-and-assign-users', rowsWith('Admin'))
  const stopping = new AbortController()
  const writing = (async () => {
    for (let n = 0; !stopping.signal.aborted; n++) {
      // What it says stays as the plan showed it; only the database sees that it was touched.
      await sql`update assignments set role = role where company_id = ${company.id}
        and user_id = (select id from users where company_id = ${company.id}
          and email = ${people[(n * 7_919) % people.length]})`.execute(stage.db)
    }
  })()
  const end = await company.execute(batch)
  stopping.abort()
  await writing
  expect(end.batch).toMatchObject({ state: 'done', totals: { done: 3_000 } })
  expect(await resultsPerRow(stage.db, end.batch)).toEqual(people.map(() => 1))
})

/** Changes the first sixty people and a room as fast as it can; answers how often it did. */
async function writeMeanwhile(
  { db }: Stage,
  { id, addUser }: StagedCompany,
  signal: AbortSignal,
): Promise<number> {
  let times = 0
  for (; !signal.aborted; times++) {
    const email = `p${(times * 7) % 60}@example.org`
    const user = sql`company_id = ${id} and email = ${email}`
    switch (times % 4) {
      case 0:
        await addUser(email, { firstName: 'P', lastName: 'N' }).catch(() => undefined)
        break
      case 1:
        await sql`update assignments set role = 'Spectator' where company_id = ${id}
          and user_id in (select id from users where ${user})`.execute(db)
        break
      case 2:
        await sql`delete from users where ${user}`.execute(db)
        break
      default:
        await sql`update rooms set default_role = 'Guest' where company_id = ${id}
          and name = 'room 0'`.execute(db)
    }
  }
  return times
}
