import { expect, test } from 'vitest'
import { json } from '../http/support/start-server.ts'
import { startFleet } from './support/fleet.ts'
import { holdBatch, isExecuting } from './support/held-batch.ts'

test('a server that ends finishes its chunks, and another goes on within two seconds', async () => {
  await using fleet = await startFleet()
  const held = await holdBatch(await fleet.addCompany('Example'), { rows: 5_000 })
  const ending = await fleet.start()
  await held.executeBy(ending)
  await isExecuting(ending)
  const other = await fleet.start()

  ending.signal('SIGTERM')
  await expect.poll(async () => (await fetch(`${ending.url}/ready`)).status, patience).toBe(503)
  await held.release()
  expect(await ending.ended).toEqual({ exit: 0, signal: null })

  const begun = performance.now()
  await isExecuting(other)
  expect(performance.now() - begun).toBeLessThan(2_000)
  await held.done(10_000)
  expect(ending.err()).not.toContain('"level":50')
}, 120_000)

test('until its drain is over, a server that ends answers, and says that it is not ready', async () => {
  await using fleet = await startFleet()
  const company = await fleet.addCompany('Example')
  const server = await fleet.start({ env: { ROSTER_DRAIN: '2' } })
  const other = await fleet.start({ role: 'worker' })
  server.signal('SIGTERM')

  await expect.poll(async () => (await fetch(`${server.url}/ready`)).status, patience).toBe(503)
  const made = await server.ask(
    company,
    '/batches',
    json('POST', { operation: 'invite-users', text: 'ada@example.org,Ada,Lovelace' }),
  )
  expect([made.status, made.headers.get('connection')]).toEqual([201, 'close'])
  const { batch } = (await made.json()) as { readonly batch: string }
  const verified = await server.ask(company, `/batches/${batch}/verification`, { method: 'POST' })
  const { digest } = (await verified.json()) as { readonly digest: string }
  const executed = await server.ask(
    company,
    `/batches/${batch}/execution`,
    json('POST', { digest }),
  )
  expect(executed.status).toBe(202)

  expect(await server.ended).toEqual({ exit: 0, signal: null })
  const state = () =>
    fleet.db.selectFrom('batches').select('state').where('id', '=', batch).executeTakeFirst()
  await expect.poll(state, { timeout: 5_000 }).toEqual({ state: 'done' })
  expect(other.err()).toBe('')
}, 120_000)

test('a second signal ends a server at once', async () => {
  await using fleet = await startFleet()
  const held = await holdBatch(await fleet.addCompany('Example'))
  const server = await fleet.start()
  await held.executeBy(server)
  await isExecuting(server)

  server.signal('SIGTERM')
  await expect.poll(async () => (await fetch(`${server.url}/ready`)).status, patience).toBe(503)
  server.signal('SIGTERM')
  expect(await server.ended).toEqual({ exit: 143, signal: null })
  await held.release()
}, 120_000)

const patience = { timeout: 10_000 }
