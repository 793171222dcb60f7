import { setTimeout as delay } from 'node:timers/promises'
import type { Pool } from 'pg'
import type { Actor } from '../../src/directory/actor.ts'
import { findBatch } from '../../src/directory/batches.ts'
import { connect } from '../../src/directory/connect.ts'
import { startEngine, type Engine } from '../../src/execute/engine.ts'
import { measure, type Measured } from '../measure.ts'
import { postmasterOf } from '../processor-seconds.ts'
import type { BenchServer } from '../servers/bench-server.ts'
import { startRoster } from '../servers/start-roster.ts'
import { checkpoint } from './checkpoint.ts'
import { draftIn } from './draft-in.ts'
import { seedCompany } from './seed-company.ts'
import { csvOf, workloadOf, type CsvSize, type Workload } from './workload.ts'

export interface Fleet {
  readonly servers: number
  /** Each has a batch. */
  readonly companies: number
  /** Of each batch. */
  readonly rows: number
  readonly env?: Readonly<Record<string, string>>
}

/**
 * How long real servers (`roster serve --role worker`) take for batches of several companies that are all asked for at
 * once. They have executed a smaller batch of each company before.
 */
export async function measureWorkers(
  server: BenchServer,
  { servers, companies, rows, env }: Fleet,
): Promise<Measured> {
  await using cleanup = new AsyncDisposableStack()
  const database = cleanup.use(await server.database())
  const { pool } = database
  const workload = workloadOf('invite-and-assign-users')
  const rooms = 100
  const actors: Actor[] = []
  for (let company = 0; company < companies; company++) {
    actors.push(await seedCompany(pool, workload, { rows: rows + warmUp, rooms }))
  }
  // Nothing is to leave: it would become files.
  await pool.query('update companies set holds_mails = true')
  const db = connect(pool)
  const engine = await startEngine({
    db,
    pool,
    guards: { deletions: 100, mails: 1e9 },
    deliver: () => Promise.resolve(),
    exclusive: false,
    works: false,
    onError: (error) => console.error(error),
  })
  cleanup.defer(() => engine.stop())
  const plan = { pool, engine, actors, workload, rooms }
  const first = await verified({ ...plan, rows: warmUp, from: rows })
  const second = await verified({ ...plan, rows, from: 0 })
  for (let started = 0; started < servers; started++) {
    cleanup.use(await startRoster(database.url, 'worker', env))
  }
  await executeAll(pool, engine, first)
  await checkpoint(pool)
  return await measure(() => executeAll(pool, engine, second), await postmasterOf(pool))
}

// Rows that a server executes before it is measured: its code is compiled while it works.
const warmUp = 2_000

interface Planned {
  readonly actor: Actor
  readonly ref: { readonly companyId: string; readonly id: string }
  readonly digest: string
}

async function executeAll(pool: Pool, engine: Engine, batches: readonly Planned[]): Promise<void> {
  for (const { actor, ref, digest } of batches) {
    await engine.executeBatch(ref, { actor, digest, skipErrors: false, confirm: {} })
  }
  for (;;) {
    const { rows } = await pool.query<{ state: string }>(
      'select state from batches where id = any($1)',
      [batches.map(({ ref }) => ref.id)],
    )
    const open = rows.filter(({ state }) => state !== 'done')
    if (open.some(({ state }) => state === 'failed' || state === 'stopped'))
      throw new Error('A batch did not end as it should.')
    if (open.length === 0) return
    await delay(50)
  }
}

interface ToVerify extends CsvSize {
  readonly pool: Pool
  readonly engine: Engine
  /** Each gets a batch. */
  readonly actors: readonly Actor[]
  readonly workload: Workload
}

async function verified({ pool, engine, actors, workload, ...size }: ToVerify) {
  const planned: Planned[] = []
  for (const actor of actors) {
    const id = await draftIn(pool, actor, { workload, bytes: csvOf(workload, size) })
    const ref = { companyId: actor.companyId, id }
    await engine.verifyBatch(ref, { actor })
    const { digest } = await findBatch(connect(pool), ref)
    planned.push({ actor, ref, digest: digest ?? '' })
  }
  return planned
}
