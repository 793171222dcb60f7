import { expect, test } from 'vitest'
import { workplace } from '../cli/support/roster.ts'
import { roleWithConnections } from '../support/role-with-connections.ts'
import { startFleet } from './support/fleet.ts'
import { holdBatch, isExecuting } from './support/held-batch.ts'

test('of a web server and a worker, one answers people, and the other one works', async () => {
  await using fleet = await startFleet()
  const held = await holdBatch(await fleet.addCompany('Example'))
  const web = await fleet.start({ role: 'web' })
  await held.executeBy(web)
  expect(await held.now()).toMatchObject({ state: 'waiting' })
  const worker = await fleet.start({ role: 'worker' })
  await isExecuting(worker)
  expect(await web.figure('roster_batches_executed_here')).toBe(0)
  await held.release()
  await held.done(20_000)

  expect((await web.ask(held.company, '/me')).status).toBe(200)
  for (const path of ['/', '/api/v1/me', '/api/docs', '/sign-in']) {
    const elsewhere = await fetch(`${worker.url}${path}`)
    expect([path, elsewhere.status]).toEqual([path, 404])
    expect(await elsewhere.json()).toMatchObject({ code: 'works-in-background' })
  }
  for (const server of [web, worker]) {
    for (const path of ['/health', '/ready'])
      expect((await fetch(`${server.url}${path}`)).status).toBe(200)
    expect((await fetch(`${server.url}/metrics`)).status).toBe(401)
    expect(await server.figure('roster_database_up')).toBe(1)
  }
  expect(JSON.parse(worker.out())).toMatchObject({ role: 'worker' })
  expect(await worker.figure(`roster_server_info\\{.*pid="${worker.pid}",role="worker"\\}`)).toBe(1)
  expect([web.err(), worker.err()]).toEqual(['', ''])
}, 120_000)

test('a role other than all needs a database that several servers can share', async () => {
  await using place = await workplace()
  const { exit, err } = await place.roster(['serve', '--role', 'worker'])
  expect([exit, err]).toEqual([2, expect.stringContaining('which is not set')])
  const unknown = await place.roster(['serve', '--role', 'king'])
  expect([unknown.exit, unknown.err]).toEqual([2, expect.stringContaining('all, web, worker')])
})

test('a server for which the database has no connection left says so, and what helps', async () => {
  await using fleet = await startFleet()
  await using nobody = await roleWithConnections(fleet.database, 0)
  const server = fleet.launch({ env: { ROSTER_DATABASE_URL: nobody.url } })
  expect((await server.ended).exit).toBe(1)
  expect(server.err()).toContain('The database takes no more connections.')
  expect(server.err()).toContain('ROSTER_CONNECTIONS')
})

test('a start that fails, however far it has come, ends the process', async () => {
  await using fleet = await startFleet()
  for (const most of [1, 2, 3, 4]) {
    await using few = await roleWithConnections(fleet.database, most)
    const server = fleet.launch({ env: { ROSTER_DATABASE_URL: few.url } })
    // A slow machine needs fewer connections at once: on it four, or even three, may be enough to serve.
    const outcome = await Promise.race([server.ended.then(({ exit }) => exit), server.isServing])
    if (most > 2 && outcome === 'serving') continue
    expect([most, outcome]).toEqual([most, 1])
    expect(server.err()).toContain('The database takes no more connections.')
  }
}, 120_000)
