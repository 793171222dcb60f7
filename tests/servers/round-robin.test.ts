import { sql } from 'kysely'
import { expect, test } from 'vitest'
import type { z } from 'zod'
import type { Db } from '../../src/directory/schema.ts'
import * as contract from '../../src/http/contract/batch.ts'
import { form } from '../http/support/form.ts'
import { read } from '../http/support/read.ts'
import { json } from '../http/support/start-server.ts'
import { startFleet, type FleetCompany, type ServerProcess } from './support/fleet.ts'
import { holdBatch } from './support/held-batch.ts'

/** A proxy that asks each of its servers in turn. */
function inTurn(servers: readonly ServerProcess[], company: FleetCompany) {
  let asked = 0
  const ask = async (path: string, init?: RequestInit) => {
    const server = servers[asked++ % servers.length]
    if (server === undefined) throw new Error('There is no server.')
    return await server.ask(company, path, init)
  }
  return {
    ask,
    async as<Schema extends z.ZodType>(schema: Schema, path: string, init?: RequestInit) {
      return await read(await ask(path, init), schema)
    },
  }
}

test('a whole journey, each request of which another server answers', async () => {
  await using fleet = await startFleet()
  const company = await fleet.addCompany('Example')
  await company.addRoom('room 1')
  // As few connections as a server can have.
  const env = { ROSTER_CONNECTIONS: '8' }
  const servers = [await fleet.start({ env }), await fleet.start({ env })]
  const here = inTurn(servers, company)

  // Uploaded twice, as by a client that got no answer.
  const { batch } = await here.as(contract.batch, '/batches', upload())
  expect((await here.as(contract.batch, '/batches', upload())).batch).toBe(batch)
  const at = `/batches/${batch}`
  const mapping = { fields: { email: 'Wer' } }
  await here.as(contract.batch, `${at}/mapping`, json('PUT', mapping))
  const fix = { field: 'email', value: 'bob@', replacement: 'bob@example.org' }
  await here.as(contract.batch, `${at}/fixes`, json('POST', fix))

  // Whoever watches through one server sees that the other verifies.
  const rooms = await lockRooms(fleet.db)
  const verifying = here.as(contract.batch, `${at}/verification`, { method: 'POST' })
  const underway = () => sql`select from batch_verifications`.execute(fleet.db)
  await expect.poll(async () => (await underway()).rows.length, patience).toBe(1)
  const { body } = await here.ask(`${at}/events`)
  const events = body?.pipeThrough(new TextDecoderStream()).getReader()
  expect((await events?.read())?.value).toContain('"state":"draft"')
  await rooms.release()
  expect(await verifying).toMatchObject({ state: 'verified', totals: { rows: 2, error: 1 } })
  expect((await events?.read())?.value).toContain('"state":"verified"')
  expect((await events?.read())?.done).toBe(true)

  await here.as(contract.batch, `${at}/suggestions`, { method: 'POST' })
  const { digest } = await here.as(contract.batch, `${at}/verification`, { method: 'POST' })
  await here.as(contract.batch, `${at}/execution`, json('POST', { digest }))
  const seen = await (await here.ask(`${at}/events`)).text()
  expect(seen).toContain('"state":"done"')
  const report = await (await here.ask(`${at}/report`)).text()
  expect(report).toContain('ada@example.org')
  expect(servers.map((server) => server.err())).toEqual(['', ''])
}, 120_000)

test('a batch that one server executes is stopped, and goes on, by the word of another', async () => {
  await using fleet = await startFleet()
  const held = await holdBatch(await fleet.addCompany('Example'), { rows: 5_000 })
  const servers = [await fleet.start(), await fleet.start()]
  const here = inTurn(servers, held.company)
  const at = `/batches/${held.id}`
  const execution = json('POST', { digest: held.digest })
  await here.as(contract.batch, `${at}/execution`, execution)
  await expect.poll(async () => (await held.now()).state, patience).toBe('executing')

  await here.as(contract.batch, `${at}/stop`, { method: 'POST' })
  await held.release()
  await expect.poll(async () => (await held.now()).state, patience).toBe('stopped')
  expect((await held.now()).totals).toMatchObject({ done: 10_000, ready: 5_000 })
  await here.as(contract.batch, `${at}/resume`, { method: 'POST' })
  await held.done(20_000)
}, 120_000)

function upload(): RequestInit {
  return {
    method: 'POST',
    body: form({ operation: 'invite-and-assign-users' }, file),
    headers: { 'idempotency-key': 'once' },
  }
}

const patience = { timeout: 10_000 }

const file = `Wer;Vorname;Nachname;Raum;Rolle
ada@example.org;Ada;Lovelace;Room 1;Guest
bob@;Bob;Kahn;room 1;Guest
`

/** Nobody can look up rooms, and so no verification ends, before they are released. */
async function lockRooms(db: Db): Promise<{ release(): Promise<void> }> {
  const locked = Promise.withResolvers<void>()
  const released = Promise.withResolvers<void>()
  const locking = db.transaction().execute(async (tx) => {
    await sql`lock table rooms in access exclusive mode`.execute(tx)
    locked.resolve()
    await released.promise
  })
  await locked.promise
  return {
    async release() {
      released.resolve()
      await locking
    },
  }
}
