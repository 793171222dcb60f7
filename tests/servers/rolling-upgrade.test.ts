import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { findBatch } from '../../src/directory/batches.ts'
import type { Db } from '../../src/directory/schema.ts'
import { newId } from '../../src/domain/id.ts'
import { draft, verify } from '../support/batch.ts'
import { startSmtpServer } from '../support/smtp-server.ts'
import { json } from '../http/support/start-server.ts'
import { startFleet, type FleetCompany, type ServerProcess } from './support/fleet.ts'
import { holdBatch } from './support/held-batch.ts'
import { checkOutVersionBefore, hasVersionBefore } from './support/version-before.ts'

// A shallow clone knows nothing of the version before.
test.skipIf(!(await hasVersionBefore()))(
  'a server of the version before and one of this share a database, and lose nothing',
  async () => {
    await using before = await checkOutVersionBefore()
    await using fleet = await startFleet('empty')
    await using smtp = await startSmtpServer()
    const mailed = () => new Set(smtp.arrived.map(({ to }) => to))
    const env = { ROSTER_SMTP_URL: smtp.url }
    const older = await fleet.start({ program: before.program, env })
    const one = await holdBatch(await fleet.addCompany('One'), { by: older })
    await one.executeBy(older)
    await expect.poll(() => atWork(fleet.db), patience).toEqual(['older'])

    // It migrates the database beneath the older one, which is in the middle of a batch.
    const newer = await fleet.start({ env })
    const two = await holdBatch(await fleet.addCompany('Two'))
    await two.executeBy(newer)
    await expect.poll(() => atWork(fleet.db), patience).toEqual(['newer', 'older'])
    const invited = [
      await invite(await fleet.addCompany('Three'), older),
      await invite(await fleet.addCompany('Four'), newer),
    ]
    for (const isDone of invited) await isDone()
    // What a killed server has claimed waits for five minutes.
    await expect.poll(() => mailed().size, patience).toBe(60)

    older.signal('SIGKILL')
    await Promise.all([one.release(), two.release()])
    await Promise.all([one.done(30_000), two.done(30_000)])
    expect(smtp.arrived).toHaveLength(60)
    expect(newer.err()).toBe('')
  },
  240_000,
)

const patience = { timeout: 30_000 }

/** Which servers wait for what a batch is held by. */
async function atWork(db: Db): Promise<readonly string[]> {
  const { rows } = await sql<{ server: string }>`
    select distinct case when application_name like 'roster%' then 'newer' else 'older' end as server
    from pg_stat_activity
    where datname = current_database() and wait_event_type = 'Lock'
    order by server`.execute(db)
  return rows.map(({ server }) => server)
}

/** Has a server invite thirty people. @returns how to wait until it is done */
async function invite(company: FleetCompany, server: ServerProcess): Promise<() => Promise<void>> {
  const lines = Array.from({ length: 30 }, () => `${newId()}@example.org,First,Last`)
  const batch = await verify(company, await draft(company, 'invite-users', lines))
  const asked = json('POST', { digest: batch.digest })
  expect((await server.ask(company, `/batches/${batch.id}/execution`, asked)).status).toBe(202)
  const totals = async () => (await findBatch(company.db, batch)).totals
  return async () => {
    await expect.poll(totals, patience).toMatchObject({ done: 30, ready: 0, mails: 30 })
  }
}
