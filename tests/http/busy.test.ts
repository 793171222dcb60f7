import { createParser } from 'eventsource-parser'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { lockBatch } from '../../src/directory/batches.ts'
import * as contract from '../../src/http/contract/batch.ts'
import { form } from './support/form.ts'
import { read, refused } from './support/read.ts'
import { json, startServer, type TestServer } from './support/start-server.ts'

let here: TestServer
beforeAll(async () => void (here = await startServer()))
afterAll(() => here[Symbol.asyncDispose]())

test('whoever changes a batch that is being verified is told so, and keeps nobody else waiting', async () => {
  const text = 'ada@example.org,Ada,Lovelace'
  const created = await here.ask('/batches', json('POST', { operation: 'invite-users', text }))
  const { batch } = await read(created, contract.batch)
  const fix = () =>
    here.ask(`/batches/${batch}/rows/1`, json('PATCH', { values: { firstName: 'Augusta' } }))

  // As a verification does, for as long as it takes. It needs further connections meanwhile.
  await here.db.transaction().execute(async (tx) => {
    await lockBatch(tx, { companyId: here.company.id, id: batch })
    const fixes = Array.from({ length: 20 }, fix)
    expect((await here.ask('/me')).status).toBe(200)
    for (const answer of await Promise.all(fixes)) {
      expect(await refused(answer)).toEqual([409, 'batch-busy'])
    }
  })

  expect((await fix()).status).toBe(200)
})

test('a verification that nobody waits for any more soon lets others change the batch, and leaves it as it was', async () => {
  const batch = await draftOf(50_000)
  const leaving = new AbortController()
  await here.db.transaction().execute(async (tx) => {
    // Held up at its first rows: however fast the machine, it is not done before who waits has left.
    await sql`lock table invitations in access exclusive mode`.execute(tx)
    const verification = verify(batch, leaving.signal)
    await heldUpAt('invitations')
    leaving.abort()
    await expect(verification).rejects.toThrow('aborted')
  })

  // Who waits for a batch waits a second, and is refused then.
  const held = await here.db
    .transaction()
    .execute((tx) => lockBatch(tx, { companyId: here.company.id, id: batch }))
  expect(held.state).toBe('draft')
  const fixed = await here.ask(
    `/batches/${batch}/rows/1`,
    json('PATCH', { values: { firstName: 'Augusta' } }),
  )
  expect(await read(fixed, contract.row)).toMatchObject({ values: { firstName: 'Augusta' } })
  expect((await read(await verify(batch), contract.batch)).totals.ready).toBe(50_000)
  expect(here.log.filter((line) => line.includes('a request failed'))).toEqual([])
})

test('the events of a batch tell how its verification comes along, and end with it', async () => {
  const batch = await draftOf(50_000)
  const verification = verify(batch)
  const seen = await progressOf(batch, (all) => all.length > 1)
  const rest = [seen[0], seen.at(-1)]
  expect(rest).toMatchObject([
    { batch, state: 'draft', totals: { rows: 50_000 } },
    { state: 'verified', totals: { ready: 50_000 }, rowsPerSecond: null, secondsLeft: null },
  ])
  const judged = seen.map(({ totals }) => totals.ready)
  expect(judged).toEqual(judged.toSorted((a, b) => a - b))
  await verification

  // The old plan stands until there is a new one; how far that has come counts from nothing.
  const again = verify(batch)
  const fromNothing = await progressOf(batch, (all) => (all[0]?.totals.ready ?? 0) < 50_000)
  expect(fromNothing.at(-1)?.totals.ready).toBe(50_000)
  await again
})

test('people who change and verify a batch at once are all answered', async () => {
  const batch = await draftOf(1_000)
  const path = `/batches/${batch}`
  const fix = { field: 'lastName', value: 'Byron', replacement: 'Lovelace' }
  const acts = Array.from({ length: 6 }, (_, n) => [
    here.ask(`${path}/rows/${n + 1}`, json('PATCH', { values: { lastName: 'Byron' } })),
    here.ask(`${path}/verification`, { method: 'POST' }),
    here.ask(`${path}/fixes`, json('POST', fix)),
    here.ask(`${path}/left-out`, json('POST', { leftOut: n % 2 === 0, rows: [n + 1] })),
  ])
  const statuses = (await Promise.all(acts.flat())).map(({ status }) => status)
  expect(statuses.filter((status) => status !== 200 && status !== 409)).toEqual([])
  expect((await verify(batch)).status).toBe(200)
})

async function draftOf(people: number): Promise<string> {
  const text = Array.from({ length: people }, (_, n) => `p${n}@example.org,P,N`).join('\n')
  const body = form({ operation: 'invite-users' }, text)
  const created = await here.ask('/batches', { method: 'POST', body })
  return (await read(created, contract.batch)).batch
}

async function verify(batch: string, signal?: AbortSignal): Promise<Response> {
  return here.ask(`/batches/${batch}/verification`, { method: 'POST', ...(signal && { signal }) })
}

/** What the events of a batch say from their beginning to their end; asked for again until it is enough. */
async function progressOf(
  batch: string,
  isEnough: (all: readonly contract.Progress[]) => boolean,
): Promise<readonly contract.Progress[]> {
  for (;;) {
    const seen: contract.Progress[] = []
    const parser = createParser({
      onEvent: ({ data }) => void seen.push(contract.progress.parse(JSON.parse(data))),
    })
    parser.feed(await (await here.ask(`/batches/${batch}/events`)).text())
    if (isEnough(seen)) return seen
  }
}

/** Comes back when somebody waits for a lock on the table. */
async function heldUpAt(table: string): Promise<void> {
  const waits = sql`select from pg_locks where not granted and relation = ${table}::regclass`
  while ((await waits.execute(here.db)).rows.length === 0);
}
