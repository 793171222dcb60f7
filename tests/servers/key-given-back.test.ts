import { sql } from 'kysely'
import { expect, test } from 'vitest'
import type { Db } from '../../src/directory/schema.ts'
import { json } from '../http/support/start-server.ts'
import { roleWithConnections } from '../support/role-with-connections.ts'
import { startFleet } from './support/fleet.ts'

test('what failed because the database went away may be asked again, with the same key, as soon as it is back', async () => {
  await using fleet = await startFleet()
  const company = await fleet.addCompany('Example')
  await using role = await roleWithConnections(fleet.database, 100)
  const server = await fleet.start({ role: 'web', env: { ROSTER_DATABASE_URL: role.url } })
  const asked = json('POST', { name: 'Once' }, { 'idempotency-key': 'once' })
  const ask = () => server.ask(company, '/rooms', asked)

  // The first request has claimed its key, and waits for the rooms, when the database goes away.
  const failing = await fleet.db.transaction().execute(async (tx) => {
    await sql`lock table rooms in access exclusive mode`.execute(tx)
    const answer = ask()
    await expect.poll(() => waitingForRooms(fleet.db)).toBe(1)
    await role.allow(0)
    await role.cut()
    return await answer
  })
  expect(failing.status).toBe(503)

  await role.allow(100)
  await expect.poll(async () => (await ask()).status, { timeout: 10_000 }).toBe(201)
}, 60_000)

async function waitingForRooms(db: Db): Promise<number> {
  const { rows } = await sql`
    select from pg_locks where not granted and relation = 'rooms'::regclass`.execute(db)
  return rows.length
}
