import { execFile } from 'node:child_process'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import type pg from 'pg'
import { from as copyFrom, to as copyTo } from 'pg-copy-streams'
import { idsFor, seedCompany, type BenchCompany } from './company.ts'
import { measure, type Measured } from './measure.ts'
import type { BatchRequest, StageFigures } from './run-batch.ts'
import type { BenchServer } from './server.ts'

/** One batch of invite-and-assign-users, stage by stage, and the floor beside it. */
export interface BatchFigures extends StageFigures {
  readonly rows: number
  /** COPY of the same final rows into the same tables and indexes. */
  readonly floor: Measured
}

/** Measures a batch of so many rows, every fifth of whose people exists already. */
export async function measureBatch(server: BenchServer, rows: number): Promise<BatchFigures> {
  const ids = idsFor(rows)
  const name = `${rows} ${Date.now()}`
  const measured = await seedCompany(server.pool, { name, ids })
  const copied = await seedCompany(server.pool, { name: `${name} floor`, ids })

  const warmUp = await seedCompany(server.pool, { name: `${name} warm-up`, ids })
  const stages = await runBatch(server, { measured, warmUp }, rows)
  const floor = await measureFloor(server.pool, measured, copied)
  await server.pool.query(emptyAuditLog)
  await server.pool.query('delete from companies where name like $1', [`${name}%`])
  await server.pool.query('vacuum analyze')
  return { rows, ...stages, floor }
}

// What was done is never taken out of the log, and so keeps its company; here it was done to nobody.
const emptyAuditLog = `
  alter table audit_log disable trigger audit_log_is_only_appended_to;
  delete from audit_log;
  alter table audit_log enable trigger audit_log_is_only_appended_to`

/** The stages in a process of their own, so that its memory is that of nothing else. */
async function runBatch(
  { connection }: BenchServer,
  { measured, warmUp }: { readonly measured: BenchCompany; readonly warmUp: BenchCompany },
  rows: number,
) {
  const script = fileURLToPath(new URL('run-batch.ts', import.meta.url))
  const request: BatchRequest = {
    connection,
    actor: measured.actor,
    warmUp: warmUp.actor,
    rows,
  }
  const { stdout } = await promisify(execFile)(process.execPath, [script, JSON.stringify(request)])
  return JSON.parse(stdout) as StageFigures
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
