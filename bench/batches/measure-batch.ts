import type { Measured } from '../measure.ts'
import { runScript } from '../run-script.ts'
import type { BenchServer } from '../servers/bench-server.ts'
import { copyCompany } from './copy-company.ts'
import { measureFloor } from './measure-floor.ts'
import type { BatchRequest, StageFigures } from '../processes/run-batch.ts'
import { seedCompany } from './seed-company.ts'
import { workloadOf } from './workload.ts'

/** One batch of an operation, stage by stage, and the floor beside it. */
export interface BatchFigures extends StageFigures {
  readonly operation: string
  readonly rows: number
  readonly floor: Measured
}

/** Measures one batch, and the floor right after it, in a database of their own. */
export async function measureBatch(
  server: BenchServer,
  operation: string,
  rows: number,
): Promise<BatchFigures> {
  const workload = workloadOf(operation)
  const rooms = 100
  await using database = await server.database()
  const { pool, url } = database
  const small = { rows: 2_000, rooms }
  const warmUp = { actor: await seedCompany(pool, workload, small), rows: small.rows }
  const actor = await seedCompany(pool, workload, { rows, rooms })
  const copied = await copyCompany(pool, actor.companyId)
  const batch: BatchRequest = { url, operation, actor, rows, rooms, warmUp }
  const stages = await runScript<StageFigures>('processes/run-batch.ts', batch)
  await pool.query('vacuum analyze')
  const request = { workload, rows, executed: actor.companyId, copied }
  return { operation, rows, ...stages, floor: await measureFloor(pool, request) }
}
