import { sql } from 'kysely'
import type { Actor } from '../directory/actor.ts'
import {
  findBatch,
  firstRecord,
  rowNumber,
  type BatchRecord,
  type BatchRef,
} from '../directory/batches.ts'
import type { StoredRecord } from '../directory/batch-records.ts'
import type { Db } from '../directory/schema.ts'
import type { RowState } from '../domain/batch.ts'
import type { FieldName } from '../domain/field.ts'
import type { Json } from '../domain/json.ts'
import type { Notice, Problem } from '../domain/problem.ts'
import { operationNamed } from '../operations/index.ts'
import { judgeRows } from './judge-rows.ts'
import { changesOf } from './judgement.ts'
import { correctedCells, readRecord } from './read-record.ts'

/** A row of a batch as a person wants to see it, before or after the execution. */
export interface PlannedRow {
  /** Counted from 1 among the data rows. */
  readonly row: number
  readonly line: number
  /** Null before the verification. */
  readonly state: RowState | null
  /** The source's own cells, corrections included. */
  readonly cells: readonly string[]
  readonly values: Readonly<Partial<Record<FieldName, string>>>
  /** The fields that were corrected. */
  readonly fixed: readonly FieldName[]
  readonly problems: readonly Problem[]
  readonly notices: readonly Notice[]
  /** What the execution did. What a verified row would do, see `withChanges`. */
  readonly changes: readonly Change[]
  readonly position: number
}

export interface Change {
  readonly before: Json
  readonly after: Json
}

export interface RowQuery {
  /** All states unless given. */
  readonly states?: readonly RowState[] | undefined
  /** The position of the last row of the page before. */
  readonly after?: number | undefined
  readonly limit: number
}

/**
 * A page of a batch's rows, in their order.
 * @throws RequestError `batch-not-found`
 */
export async function readRows(
  db: Db,
  ref: BatchRef,
  query: RowQuery,
): Promise<readonly PlannedRow[]> {
  const batch = await findBatch(db, ref)
  // Whoever asks for the problems of a million good rows need not wait for a look at each.
  if (query.states?.every((state) => batch.totals[state] === 0) === true) return []
  const found = await find(db, batch, query)
  return found.map((record) => present(batch, record))
}

/** Fills in what the ready rows of a page would change, as the directory is now. */
export async function withChanges(
  db: Db,
  ref: BatchRef,
  {
    rows,
    actor,
    now,
  }: { readonly rows: readonly PlannedRow[]; readonly actor: Actor; readonly now: Date },
): Promise<readonly PlannedRow[]> {
  const ready = rows.filter(({ state }) => state === 'ready')
  if (ready.length === 0) return rows
  const { mapping, operation: name } = await findBatch(db, ref)
  const operation = operationNamed(name)
  const records = ready.map((row) => readRecord(operation, mapping, { ...row, fixes: {} }))
  const judgements = await db.transaction().execute((tx) => {
    const ask = { tx, companyId: ref.companyId }
    return judgeRows(records, { operation, ask, circumstances: { actor, now } })
  })
  const changes = new Map(judgements.map((judged) => [judged.position, changesOf(judged)]))
  return rows.map((row) => ({ ...row, changes: changes.get(row.position) ?? row.changes }))
}

interface FoundRow extends StoredRecord {
  readonly state: RowState | null
  readonly problems: readonly Problem[] | null
  readonly notices: readonly Notice[] | null
  readonly changes: readonly Change[] | null
}

async function find(db: Db, batch: BatchRecord, query: RowQuery): Promise<readonly FoundRow[]> {
  const { companyId, id, mapping, state } = batch
  const after = Math.max(query.after ?? 0, firstRecord(mapping) - 1)
  const states = query.states ?? null
  // Before the verification rows have no state; afterwards a row without a judgement is ready.
  const assumed = state === 'draft' ? null : 'ready'
  // `offset 0` keeps each look-up an index probe per row: as plain joins the planner, without fresh
  // statistics, reads all judgements and results of the batch once per row.
  const found = await sql<Omit<FoundRow, 'fixes'> & { fixes: StoredRecord['fixes'] | null }>`
    select r.position, r.line, r.cells, f.fixes, s.state,
      case when e.position is not null then e.problems else j.problems end as problems,
      case when e.position is not null then e.notices else j.notices end as notices,
      e.changes
    from batch_records r
    left join lateral (
      select state, problems, notices from batch_judgements j
      where j.company_id = r.company_id and j.batch_id = r.batch_id and j.position = r.position
        and ${assumed}::text is not null
      offset 0
    ) j on true
    left join lateral (
      select position, state, problems, notices, changes from batch_results e
      where e.company_id = r.company_id and e.batch_id = r.batch_id and e.position = r.position
      offset 0
    ) e on true
    cross join lateral (select coalesce(e.state, j.state, ${assumed}::text) as state) s
    left join lateral (
      select json_object_agg(field, value) as fixes from batch_fixes f
      where f.company_id = r.company_id and f.batch_id = r.batch_id and f.position = r.position
    ) f on true
    where r.company_id = ${companyId} and r.batch_id = ${id} and r.position > ${after}
      and (${states}::text[] is null or s.state = any(${states}::text[]))
    order by r.position
    limit ${query.limit}`.execute(db)
  return found.rows.map((row) => ({ ...row, fixes: row.fixes ?? {} }))
}

function present({ mapping }: BatchRecord, found: FoundRow): PlannedRow {
  const cells = correctedCells(mapping, found)
  const values: Partial<Record<FieldName, string>> = {}
  for (const [field, column] of Object.entries(mapping.fields)) {
    values[field as FieldName] = cells[column] ?? ''
  }
  return {
    row: rowNumber(mapping, found.position),
    line: found.line,
    state: found.state,
    cells,
    values,
    fixed: Object.keys(found.fixes) as FieldName[],
    problems: found.problems ?? [],
    notices: found.notices ?? [],
    changes: found.changes ?? [],
    position: found.position,
  }
}
