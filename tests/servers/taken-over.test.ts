import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { startFleet } from './support/fleet.ts'
import { holdBatch, isExecuting } from './support/held-batch.ts'

test('what a killed server and one that hangs have begun goes on elsewhere within half a minute; who wakes up later does no harm', async () => {
  await using fleet = await startFleet()
  const one = await holdBatch(await fleet.addCompany('One'))
  const two = await holdBatch(await fleet.addCompany('Two'))
  const killed = await fleet.start()
  await one.executeBy(killed)
  await isExecuting(killed)
  const hanging = await fleet.start()
  await two.executeBy(hanging)
  await isExecuting(hanging)
  const rescuer = await fleet.start()

  killed.signal('SIGKILL')
  hanging.signal('SIGSTOP')
  await Promise.all([one.release(), two.release()])

  await Promise.all([one.done(30_000), two.done(30_000)])
  hanging.signal('SIGCONT')
  const executing = () => hanging.figure('roster_batches_executed_here')
  await expect.poll(executing, { timeout: 10_000 }).toBe(0)
  // Nothing was done twice, and it serves as before.
  await Promise.all([one.done(1_000), two.done(1_000)])
  expect((await hanging.ask(two.company, '/me')).status).toBe(200)
  expect(rescuer.err()).toBe('')
}, 180_000)

test('a server all of whose connections are cut goes on by itself', async () => {
  await using fleet = await startFleet()
  const held = await holdBatch(await fleet.addCompany('Example'))
  const server = await fleet.start({ role: 'worker' })
  const web = await fleet.start({ role: 'web' })
  await held.executeBy(web)
  await isExecuting(server)

  await sql`
    select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and application_name = 'roster worker'`.execute(fleet.db)
  await held.release()

  await held.done(25_000)
  expect(await server.figure('roster_batches_executed_here')).toBe(0)
}, 120_000)
