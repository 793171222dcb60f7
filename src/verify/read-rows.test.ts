import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openStage, type Stage } from '../../tests/support/stage.ts'
import type { BatchRef } from '../directory/batches.ts'
import { readRows, type RowQuery } from './read-rows.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
  // As it is right after a large batch: the planner knows nothing about what was just written.
  for (const table of ['batch_records', 'batch_judgements', 'batch_results']) {
    await sql`alter table ${sql.table(table)} set (autovacuum_enabled = false)`.execute(stage.db)
  }
})
afterAll(() => stage[Symbol.asyncDispose]())

const person = (n: number) => `p${n}@example.org,P,N`

test('a page reads what stands on it, however large the batch is', async () => {
  const company = await stage.company()
  const lines = Array.from({ length: 400 }, (_, n) => person(n))
  const { batch } = await company.run('invite-users', [...lines, ...lines])

  const read = await readsOf(batch, { after: 700, limit: 50 })

  expect(read.rows).toBe(50)
  expect(read.entries).toBeLessThan(4 * 50)
})

test('who asks for problems where there are none is answered without a look at any row', async () => {
  const company = await stage.company()
  const { batch } = await company.run(
    'invite-users',
    Array.from({ length: 50 }, (_, n) => person(n)),
  )

  expect(await readsOf(batch, { states: ['error', 'failed'], limit: 10 })).toEqual({
    rows: 0,
    entries: 0,
  })
})

/** How many rows a query brings, and how many entries of the batches' tables it reads for them. */
async function readsOf(ref: BatchRef, query: RowQuery) {
  return await stage.db.transaction().execute(async (tx) => {
    const before = await entriesRead()
    const { length: rows } = await readRows(tx, ref, query)
    return { rows, entries: (await entriesRead()) - before }

    async function entriesRead(): Promise<number> {
      const { rows } = await sql<{ count: number }>`
        select sum(coalesce(idx_tup_fetch, 0) + seq_tup_read)::int as count
        from pg_stat_xact_user_tables
        where relname in ('batch_records', 'batch_judgements', 'batch_results')`.execute(tx)
      return rows[0]?.count ?? 0
    }
  })
}
