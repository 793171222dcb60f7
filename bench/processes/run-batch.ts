import { Pool } from 'pg'
import type { Actor } from '../../src/directory/actor.ts'
import { findBatch } from '../../src/directory/batches.ts'
import { connect } from '../../src/directory/connect.ts'
import type { Db } from '../../src/directory/schema.ts'
import { usualSourceLimits } from '../../src/domain/source-limits.ts'
import { startEngine, type Engine } from '../../src/execute/engine.ts'
import { openTable } from '../../src/ingest/open-table.ts'
import { operationNamed } from '../../src/operations/index.ts'
import { draftBatch } from '../../src/verify/draft-batch.ts'
import { measure, type Measured } from '../measure.ts'
import { postmasterOf } from '../processor-seconds.ts'
import { checkpoint } from '../batches/checkpoint.ts'
import { csvOf, workloadOf } from '../batches/workload.ts'

/** What this script is told, as its only argument. */
export interface BatchRequest {
  /** Of the database. */
  readonly url: string
  readonly operation: string
  readonly actor: Actor
  readonly rows: number
  readonly rooms: number
  /** A smaller batch of another company, executed before. */
  readonly warmUp: { readonly actor: Actor; readonly rows: number }
}

/** A batch, stage by stage. */
export interface StageFigures {
  /** From the file's bytes to rows, and nothing else: a part of `draft`, measured once more by itself. */
  readonly decode: Measured
  /** From the file's bytes to stored records, mapped. */
  readonly draft: Measured
  readonly verify: Measured
  /** From the request to `done`. */
  readonly execute: Measured
}

const request = JSON.parse(process.argv[2] ?? '') as BatchRequest
console.log(JSON.stringify(await runBatch(request)))

async function runBatch({ url, warmUp, ...batch }: BatchRequest): Promise<StageFigures> {
  await using cleanup = new AsyncDisposableStack()
  const pool = new Pool({ connectionString: url, max: 16 })
  cleanup.defer(() => pool.end())
  const db = connect(pool)
  const engine = await startEngine({
    db,
    pool,
    guards: { deletions: 100, mails: 1e9 },
    deliver: () => Promise.resolve(),
    exclusive: true,
    onError: (error) => console.error(error),
  })
  cleanup.defer(() => engine.stop())
  const postmaster = await postmasterOf(pool)
  const running = { pool, db, engine, postmaster }

  // A server that has just started compiles its code while it works; one that runs has done so.
  await stages(running, { ...batch, ...warmUp })
  return await stages(running, batch)
}

interface Running {
  readonly pool: Pool
  readonly db: Db
  readonly engine: Engine
  readonly postmaster: number | null
}

async function stages(
  { pool, db, engine, postmaster }: Running,
  { operation: name, actor, ...size }: Omit<BatchRequest, 'url' | 'warmUp'>,
): Promise<StageFigures> {
  const [operation, workload] = [operationNamed(name), workloadOf(name)]
  const open = async () => {
    const file = { name: 'people.csv', kind: 'file', bytes: csvOf(workload, size) } as const
    return await openTable(file, { limits: { ...usualSourceLimits, bytes: 1e9, rows: 1e7 } })
  }
  let id = ''
  const ref = () => ({ companyId: actor.companyId, id })
  const decode = await measure(async () => {
    const { chunks } = await open()
    for await (const _ of chunks);
  })
  const draft = await measure(async () => {
    const table = await open()
    const drafted = { actor, operation, language: null, table, choice: {}, now: new Date() }
    ;({ id } = await draftBatch(db, drafted))
  }, postmaster)
  const verify = await measure(() => engine.verifyBatch(ref(), { actor }), postmaster)
  const { digest } = await findBatch(db, ref())
  await checkpoint(pool)
  const execute = await measure(async () => {
    const plan = { actor, digest: digest ?? '', skipErrors: false, confirm: {} }
    await engine.executeBatch(ref(), plan)
    for await (const _ of engine.watch(ref(), AbortSignal.timeout(3_600_000)));
  }, postmaster)
  const { state, totals } = await findBatch(db, ref())
  if (state !== 'done' || totals.done + totals.unchanged !== size.rows)
    throw new Error(`The batch ended ${state}: ${JSON.stringify(totals)}`)
  return { decode, draft, verify, execute }
}
