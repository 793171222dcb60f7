import { seedCompany } from '../batches/seed-company.ts'
import { workloadOf } from '../batches/workload.ts'
import { postgresMegabytes, postmasterOf } from '../processor-seconds.ts'
import type { BatchRequest, StageFigures } from '../processes/run-batch.ts'
import { runScript } from '../run-script.ts'
import type { BenchServer } from '../servers/bench-server.ts'
import { openEmbeddedServer } from '../servers/open-usual-server.ts'
import type { SpeedPromise } from './promise.ts'

/** The PostgreSQL that comes with Roster does not hold anybody back before they are large. */
export const embedded: SpeedPromise = {
  name: 'embedded',
  summary: 'the embedded database against an external one, the same batch, with memory',
  async measure({ external, rows }) {
    const count = rows ?? 100_000
    const beside = await external()
    await using own = await openEmbeddedServer()
    const inside = await run(own, count)
    const what = `${count.toLocaleString('en')} rows`
    const memory = {
      what: 'memory of the embedded database, while it executes',
      goal: null,
      value: inside.megabytes,
      unit: 'MB',
    } as const
    if (beside === null) return [memory]
    const outside = await run(beside, count)
    return [
      {
        what: `rows per second, embedded against external`,
        goal: null,
        value: outside.seconds / inside.seconds,
        unit: '×',
        detail: `${what}: ${inside.seconds.toFixed(1)} s in ${own.name}, ${outside.seconds.toFixed(1)} s in ${beside.name}`,
      },
      { ...memory, detail: `of the external one ${outside.megabytes.toFixed(0)} MB` },
    ]
  },
}

async function run(
  server: BenchServer,
  rows: number,
): Promise<{ readonly seconds: number; readonly megabytes: number }> {
  const workload = workloadOf('invite-and-assign-users')
  const { operation } = workload
  await using database = await server.database()
  const { pool, url } = database
  const [rooms, warm] = [100, 2_000]
  const warmUp = { actor: await seedCompany(pool, workload, { rows: warm, rooms }), rows: warm }
  const actor = await seedCompany(pool, workload, { rows, rooms })
  const postmaster = await postmasterOf(pool)
  let megabytes = Number.NaN
  const looking = setInterval(() => {
    const now = postgresMegabytes(postmaster)
    if (now !== null && !(now < megabytes)) megabytes = now
  }, 500)
  try {
    const request: BatchRequest = { url, operation, actor, rows, rooms, warmUp }
    const { execute } = await runScript<StageFigures>('processes/run-batch.ts', request)
    return { seconds: execute.seconds, megabytes }
  } finally {
    clearInterval(looking)
  }
}
