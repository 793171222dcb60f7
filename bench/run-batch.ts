import { Pool, type PoolConfig } from 'pg'
import type { Actor } from '../src/directory/actor.ts'
import { findBatch } from '../src/directory/batches.ts'
import { connect } from '../src/directory/connect.ts'
import type { Db } from '../src/directory/schema.ts'
import { startEngine, type Engine } from '../src/execute/engine.ts'
import { openTable } from '../src/ingest/open-table.ts'
import { operationNamed } from '../src/operations/index.ts'
import { draftBatch } from '../src/verify/draft-batch.ts'
import { peopleCsv } from './company.ts'
import { measure, type Measured } from './measure.ts'
import { usualSourceLimits } from '../src/domain/source-limits.ts'

/** What this script is told, as its only argument. */
export interface BatchRequest {
  readonly connection: PoolConfig
  readonly actor: Actor
  /** Of another company. */
  readonly warmUp: Actor
  readonly rows: number
}

export interface StageFigures {
  /** From the file's bytes to rows, and nothing else: a part of `draft`, measured once more by itself. */
  readonly decode: Measured
  /** From the file's bytes to stored records, mapped. */
  readonly draft: Measured
  readonly verify: Measured
  readonly execute: Measured
}

const request = JSON.parse(process.argv[2] ?? '') as BatchRequest
console.log(JSON.stringify(await runBatch(request)))

async function runBatch({ connection, actor, warmUp, rows }: BatchRequest): Promise<StageFigures> {
  await using cleanup = new AsyncDisposableStack()
  const pool = new Pool({ ...connection, max: 16 })
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

  // A server that has just started compiles its code while it works; one that runs has done so.
  await stages({ db, engine, actor: warmUp, rows: 2_000 })
  return await stages({ db, engine, actor, rows })
}

interface Stages {
  readonly db: Db
  readonly engine: Engine
  readonly actor: Actor
  readonly rows: number
}

async function stages({ db, engine, actor, rows }: Stages): Promise<StageFigures> {
  let id = ''
  const ref = () => ({ companyId: actor.companyId, id })
  const decode = await measure(async () => {
    const table = await open(rows)
    for await (const _ of table.chunks);
  })
  const draft = await measure(async () => {
    const table = await open(rows)
    const operation = operationNamed('invite-and-assign-users')
    const now = new Date()
    const drafted = { actor, operation, language: null, table, choice: {}, now }
    ;({ id } = await draftBatch(db, drafted))
  })
  const verify = await measure(() => engine.verifyBatch(ref(), { actor }))
  const { digest } = await findBatch(db, ref())
  const execute = await measure(async () => {
    const plan = { actor, digest: digest ?? '', skipErrors: false, confirm: {} }
    await engine.executeBatch(ref(), plan)
    for await (const _ of engine.watch(ref(), AbortSignal.timeout(3_600_000)));
  })
  const { state, totals } = await findBatch(db, ref())
  if (state !== 'done' || totals.done !== rows) throw new Error(`The batch ended ${state}.`)
  return { decode, draft, verify, execute }
}

function open(rows: number) {
  const file = { name: 'people.csv', kind: 'file', bytes: peopleCsv(rows) } as const
  return openTable(file, { limits: { ...usualSourceLimits, bytes: 1e9, rows: 1e7 } })
}
