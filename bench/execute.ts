import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type pg from 'pg'
import { from as copyFrom, to as copyTo } from 'pg-copy-streams'
import { findBatch, type BatchRef } from '../src/directory/batches.ts'
import { startEngine } from '../src/execute/engine.ts'
import { openTable } from '../src/ingest/open-table.ts'
import { operationNamed } from '../src/operations/index.ts'
import { draftBatch } from '../src/verify/draft-batch.ts'
import { verifyBatch } from '../src/verify/verify-batch.ts'
import { idsFor, peopleCsv, seedCompany, type BenchCompany } from './company.ts'
import { measure, type Measured } from './measure.ts'
import type { BenchServer } from './server.ts'

/** One batch of invite-and-assign-users, stage by stage, and the floor beside it. */
export interface BatchFigures {
  readonly rows: number
  readonly draft: Measured
  readonly verify: Measured
  readonly execute: Measured
  /** COPY of the same final rows into the same tables and indexes. */
  readonly floor: Measured
}

/** Measures a batch of so many rows, every fifth of whose people exists already. */
export async function measureBatch(server: BenchServer, rows: number): Promise<BatchFigures> {
  const ids = idsFor(rows)
  const name = `${rows} ${Date.now()}`
  const measured = await seedCompany(server.pool, { name, ids })
  const copied = await seedCompany(server.pool, { name: `${name} floor`, ids })

  const stages = await runBatch(server, measured, rows)
  const floor = await measureFloor(server.pool, measured, copied)
  await server.pool.query('delete from companies where name like $1', [`${name}%`])
  await server.pool.query('vacuum analyze')
  return { rows, ...stages, floor }
}

async function runBatch({ db, pool }: BenchServer, { actor }: BenchCompany, rows: number) {
  const operation = operationNamed('invite-and-assign-users')
  let ref: BatchRef | undefined
  const draft = await measure(async () => {
    const table = await openTable(
      { name: 'people.csv', kind: 'file', bytes: peopleCsv(rows) },
      { limits: { bytes: 1e9, rows: 1e7 } },
    )
    ref = await draftBatch(db, {
      actor,
      operation,
      language: null,
      table,
      choice: {},
      now: new Date(),
    })
  })
  if (ref === undefined) throw new Error('No batch was drafted.')
  const batch = ref
  const verify = await measure(() => verifyBatch(db, batch, { actor, now: new Date() }))
  const { digest } = await findBatch(db, batch)
  const engine = await startEngine({
    db,
    pool,
    guards: { deletions: 100, mails: 1e9 },
    deliver: () => Promise.resolve(),
    exclusive: true,
    onError: (error) => console.error(error),
  })
  const request = { actor, digest: digest ?? '', skipErrors: false, confirm: {} }
  const execute = await measure(async () => {
    await engine.executeBatch(batch, request)
    for await (const _ of engine.watch(batch, AbortSignal.timeout(3_600_000)));
  })
  await engine.stop()
  const { state, totals } = await findBatch(db, batch)
  if (state !== 'done' || totals.done !== rows) throw new Error(`The batch ended ${state}.`)
  return { draft, verify, execute }
}

const tables = [
  { name: 'users', rows: `status = 'invited'` },
  { name: 'invitations', rows: 'true' },
  { name: 'assignments', rows: 'true' },
  { name: 'mails', rows: 'true' },
  { name: 'batch_results', rows: 'true' },
]

/** Copies what the batch wrote into another company that stood as the first one did before it. */
async function measureFloor(
  pool: pg.Pool,
  { actor: from }: BenchCompany,
  { actor: to }: BenchCompany,
): Promise<Measured> {
  const client = await pool.connect()
  try {
    const copies: { readonly name: string; readonly text: string }[] = []
    for (const { name, rows } of tables) {
      const where = `company_id = '${from.companyId}' and ${rows}`
      const out = client.query(copyTo(`copy (select * from ${name} where ${where}) to stdout`))
      const text = Buffer.concat(await out.toArray()).toString()
      copies.push({ name, text: text.replaceAll(from.companyId, to.companyId) })
    }
    return await measure(async () => {
      for (const { name, text } of copies) {
        await pipeline(
          Readable.from(slices(text)),
          client.query(copyFrom(`copy ${name} from stdin`)),
        )
      }
    })
  } finally {
    client.release()
  }
}

function* slices(text: string): Generator<Buffer> {
  for (let at = 0; at < text.length; at += 65_536) yield Buffer.from(text.slice(at, at + 65_536))
}
