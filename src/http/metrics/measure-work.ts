import { sql } from 'kysely'
import { Gauge, type Registry } from 'prom-client'
import type { Db } from '../../directory/schema.ts'
import { batchStates } from '../../domain/batch.ts'
import { mailStates } from '../contract/mail.ts'

/**
 * Batches, rows and mails of the whole installation, by state. Every server tells the same, for they are counted in
 * the database: at most every ten seconds, since a million mails take a quarter of a second.
 */
export function measureWork(registry: Registry, db: Db): void {
  const counts = remembered(10_000, () => count(db).catch(() => null))
  const gauge = (told: Told) =>
    registry.registerMetric(
      new Gauge({
        name: told.name,
        help: told.help,
        labelNames: ['state'],
        registers: [],
        async collect() {
          const counted = (await counts())?.[told.of]
          for (const state of told.states) this.set({ state }, counted?.[state] ?? 0)
        },
      }),
    )
  gauge({ name: 'roster_batches', help: 'Batches by state.', of: 'batches', states: batchStates })
  gauge({
    name: 'roster_rows_executed',
    help: 'Rows of all batches that were executed, by how they ended.',
    of: 'rows',
    states: ['done', 'unchanged', 'error', 'failed'],
  })
  gauge({
    name: 'roster_mails',
    help: 'Mails of the outbox by state; old ones are deleted.',
    of: 'mails',
    states: mailStates,
  })
  registry.registerMetric(
    new Gauge({
      name: 'roster_database_up',
      help: 'Does the database answer? 1 or 0.',
      registers: [],
      async collect() {
        this.set((await counts()) === null ? 0 : 1)
      },
    }),
  )
}

interface Told {
  readonly name: string
  readonly help: string
  readonly of: keyof Counts
  readonly states: readonly string[]
}

/** Counts by state; one that nothing is in may be absent. */
type Counts = Readonly<
  Record<'batches' | 'mails' | 'rows', Readonly<Partial<Record<string, number>>>>
>

async function count(db: Db): Promise<Counts | null> {
  const { rows } = await sql<Counts>`
    select
      (select coalesce(json_object_agg(state, number), '{}') from (
        select state, count(*) as number from batches group by state) b) as batches,
      (select coalesce(json_object_agg(state, number), '{}') from (
        select state, count(*) as number from mails group by state) m) as mails,
      (select json_build_object('done', coalesce(sum(done), 0),
        'unchanged', coalesce(sum(unchanged), 0), 'error', coalesce(sum(error), 0),
        'failed', coalesce(sum(failed), 0)) from batch_chunks) as rows`.execute(db)
  return rows[0] ?? null
}

/** The answer of `read`, for so many milliseconds the same one. */
function remembered<T>(milliseconds: number, read: () => Promise<T>): () => Promise<T> {
  let last: { readonly until: number; readonly answer: Promise<T> } | null = null
  return () => {
    const now = performance.now()
    if (last === null || now >= last.until) last = { until: now + milliseconds, answer: read() }
    return last.answer
  }
}
