import { seedCompany } from '../batches/seed-company.ts'
import { workloadOf } from '../batches/workload.ts'
import type { BatchRequest, StageFigures } from '../processes/run-batch.ts'
import { runScript } from '../run-script.ts'
import type { SpeedPromise } from './promise.ts'

/** Neither the length of a batch nor the size of the company makes a row slower. */
export const grownCompany: SpeedPromise = {
  name: 'grown-company',
  summary: 'rows per second at 1,000,000 against 10,000, beside 1,000,000 users and 10,000 rooms',
  isLarge: true,
  async measure({ usual, rows, say }) {
    const most = rows ?? 1_000_000
    const least = Math.min(10_000, most)
    const [workload, rooms] = [workloadOf('invite-and-assign-users'), 10_000]
    await using database = await (await usual()).database()
    const { pool, url } = database
    const small = { rows: 2_000, rooms }
    const actor = await seedCompany(pool, workload, { rows: most, rooms, others: 1_000_000 })
    const run = async (count: number) => {
      // Those of the first batch come in the second once more: a hundredth of it.
      const warmUp = { actor: await seedCompany(pool, workload, small), rows: small.rows }
      const { operation } = workload
      const request: BatchRequest = { url, operation, actor, rows: count, rooms, warmUp }
      const figures = await runScript<StageFigures>('processes/run-batch.ts', request)
      say(`${count.toLocaleString('en')} rows: execute ${figures.execute.seconds.toFixed(1)} s`)
      return count / figures.execute.seconds
    }
    const few = await run(least)
    const many = await run(most)
    return [
      {
        what: `rows per second at ${most.toLocaleString('en')} against ${least.toLocaleString('en')}`,
        goal: { atLeast: 0.9 },
        value: many / few,
        unit: '×',
        detail: `${Math.round(many).toLocaleString('en')} rows/s against ${Math.round(few).toLocaleString('en')}`,
      },
    ]
  },
}
