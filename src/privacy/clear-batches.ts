import { sql } from 'kysely'
import type { BatchRef } from '../directory/batches.ts'
import type { Past } from './clear-past.ts'

// Some 10 ms on a small machine; a person who wants to work waits no longer than that.
const slice = 10_000

/**
 * Deletes the rows of batches that nobody has touched since, and what else about them tells of people. Who brought
 * them (as an id), when, the states and all that was counted stay.
 */
export async function clearBatches(past: Past): Promise<void> {
  await closeBatches(past)
  // Those among them that an earlier time did not come to the end of.
  for (const batch of await batchesWithRows(past)) await deleteRows(past, batch)
}

// First, so that from now on nothing can be done with the rows that go one slice after the other. Whoever works with
// a batch at this moment holds it, and it is skipped.
async function closeBatches({ db, before, now }: Past): Promise<void> {
  await sql`
    with past as (
      select company_id, id from batches
      where cleared_at is null
        and state in ('draft', 'verified', 'done', 'stopped', 'failed')
        and greatest(created_at, touched_at, verified_at, queued_at, finished_at) < ${before}
      for no key update skip locked
    )
    update batches b set
      cleared_at = ${now},
      source = json_build_object(
        'name', null, 'format', b.source -> 'format', 'encoding', b.source -> 'encoding',
        'delimiter', b.source -> 'delimiter', 'sheet', null, 'sheets', json_build_array()),
      source_digest = '',
      mapping = json_build_object(
        'header', b.mapping -> 'header', 'fields', b.mapping -> 'fields',
        'reasons', b.mapping -> 'reasons', 'columns', (
          select json_agg(json_build_object(
            'index', "column" -> 'index', 'secret', "column" -> 'secret',
            'title', '#' || (("column" ->> 'index')::int + 1)))
          from json_array_elements(b.mapping -> 'columns') as "column")),
      digest = null,
      groups = null
    from past where b.company_id = past.company_id and b.id = past.id`.execute(db)
}

const tablesOfRows = [
  'batch_records',
  'batch_fixes',
  'batch_left_out',
  'batch_judgements',
  'batch_results',
] as const

interface BatchWithRows extends BatchRef {
  readonly records: number
}

async function batchesWithRows({ db }: Past): Promise<readonly BatchWithRows[]> {
  const hasRows = tablesOfRows.map(
    (table) => sql`exists (
      select from ${sql.table(table)} r where r.company_id = b.company_id and r.batch_id = b.id)`,
  )
  const { rows } = await sql<BatchWithRows>`
    select company_id as "companyId", id, records from batches b
    where cleared_at is not null and (${sql.join(hasRows, sql` or `)})`.execute(db)
  return rows
}

async function deleteRows({ db, signal }: Past, batch: BatchWithRows): Promise<void> {
  for (const table of tablesOfRows) {
    for (let first = 1; first <= batch.records; first += slice) {
      if (signal.aborted) return
      await sql`
        delete from ${sql.table(table)}
        where company_id = ${batch.companyId} and batch_id = ${batch.id}
          and position >= ${first} and position < ${first + slice}`.execute(db)
    }
  }
}
