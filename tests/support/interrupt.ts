import { sql } from 'kysely'
import type { BatchRecord } from '../../src/directory/batches.ts'
import type { Db } from '../../src/directory/schema.ts'
import { engineFor } from './batch.ts'
import type { TestCompany } from './company.ts'
import { stageNow } from './stage.ts'

/**
 * Begins to execute a batch, and ends the process's engine while it is at its first chunks: they are
 * finished, the others stay open, and the batch stays `executing`.
 */
export async function executePartly(
  company: Pick<TestCompany, 'db' | 'pool' | 'admin'>,
  planned: BatchRecord,
  chunkSize: number,
): Promise<void> {
  const ended = Promise.withResolvers<void>()
  let asked = 0
  const clock = () => {
    // Asked by the request, by the claim, and then by each chunk.
    if (++asked === 3) engine.stop().then(ended.resolve, ended.reject)
    return stageNow
  }
  const engine = await engineFor(company, { clock, chunkSize })
  await engine.executeBatch(planned, {
    actor: company.admin,
    digest: planned.digest ?? '',
    skipErrors: true,
    confirm: await engine.requiredConfirmation(planned),
  })
  await ended.promise
}

/** Holds a room so that nobody can be assigned to it until it is released. */
export async function holdRoom(db: Db, roomId: string): Promise<{ release(): Promise<void> }> {
  const held = Promise.withResolvers<void>()
  const released = Promise.withResolvers<void>()
  const holding = db.transaction().execute(async (tx) => {
    await sql`select from rooms where id = ${roomId} for update`.execute(tx)
    held.resolve()
    await released.promise
  })
  await held.promise
  return {
    async release() {
      released.resolve()
      await holding
    },
  }
}

/** How many results each row has: a list of ones when none is lost and none is double. */
export async function resultsPerRow(db: Db, batch: BatchRecord): Promise<readonly number[]> {
  const { rows } = await sql<{ results: number }>`
    select (select count(*)::int from batch_results e
      where (e.company_id, e.batch_id, e.position) = (r.company_id, r.batch_id, r.position)
    ) as results
    from batch_records r where r.company_id = ${batch.companyId} and r.batch_id = ${batch.id}
    order by r.position`.execute(db)
  return rows.map(({ results }) => results)
}
