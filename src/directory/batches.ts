import { sql, type Selectable } from 'kysely'
import type { BatchState, ProblemGroup, Totals } from '../domain/batch.ts'
import { noTotals } from '../domain/batch.ts'
import { sumOfEffects, type EffectCounts } from '../domain/effect.ts'
import type { Language } from '../domain/language.ts'
import type { Mapping } from '../domain/mapping.ts'
import { RequestError } from '../domain/request-error.ts'
import type { SourceDescription } from '../domain/table.ts'
import type { Db, Schema, Tx } from './schema.ts'
import { sqlState } from './sql-state.ts'

/** Names a batch; another company's is as if it did not exist. */
export interface BatchRef {
  readonly companyId: string
  readonly id: string
}

/** A batch, without its rows. */
export interface BatchRecord extends BatchRef {
  readonly operation: string
  readonly state: BatchState
  /** Of the people who are invited; null: the company's. */
  readonly language: Language | null
  readonly source: SourceDescription
  readonly sourceDigest: string
  /** Stored records, a header among them; they are counted from 1. */
  readonly records: number
  readonly mapping: Mapping
  /** Names the verified plan. */
  readonly digest: string | null
  /** Of the verification, and once it is executed, of the execution. */
  readonly totals: Totals
  /** Of the plan, and once the execution began, of what was executed; empty as well where nobody has counted. */
  readonly effects: EffectCounts
  readonly groups: readonly ProblemGroup[]
  /** How many rows a person took out; they count as unchanged. */
  readonly leftOut: number
  readonly createdBy: string
  /** The address that they have today; null: they are gone. */
  readonly createdByEmail: string | null
  readonly createdAt: Date
  readonly verifiedAt: Date | null
  readonly executedBy: string | null
  /** When a person had it begin, or go on; it names this execution of it. */
  readonly queuedAt: Date | null
  readonly startedAt: Date | null
  readonly finishedAt: Date | null
  readonly stopRequested: boolean
  /** Its mails wait until somebody releases them. */
  readonly holdsMails: boolean
  /** A code: why it is stopped or failed. */
  readonly cause: string | null
  /** When its rows were deleted because their time was over. */
  readonly clearedAt: Date | null
}

/** @throws RequestError `batch-not-found` */
export async function findBatch(db: Db | Tx, ref: BatchRef): Promise<BatchRecord> {
  const found = await byRef(db, ref).executeTakeFirst()
  if (found === undefined) throw new RequestError('batch-not-found', { batch: ref.id })
  return toRecord(found)
}

/**
 * Finds the batch and keeps others from changing it until the transaction ends. A verification holds it
 * for as long as it takes: whoever waits for that would keep a connection, and, with all of them, everybody.
 * @throws RequestError `batch-not-found`, `batch-busy`
 */
export async function lockBatch(tx: Tx, ref: BatchRef): Promise<BatchRecord> {
  await sql`select set_config('lock_timeout', ${lockPatience}, true)`.execute(tx)
  const found = await lockedRow(tx, ref)
  if (found !== undefined) return toRecord(found)
  // It was there while we waited, and is there again: its source was replaced, which takes the rows that were meant.
  if ((await byRef(tx, ref).executeTakeFirst()) !== undefined) throw new RequestError('batch-busy')
  throw new RequestError('batch-not-found', { batch: ref.id })
}

async function lockedRow(tx: Tx, ref: BatchRef): Promise<Found | undefined> {
  try {
    // Each chunk that is executed refers to its batch, and must not keep a person's wish to stop waiting.
    return await byRef(tx, ref).forNoKeyUpdate('b').executeTakeFirst()
  } catch (error) {
    if (sqlState(error) === '55P03') throw new RequestError('batch-busy', {}, { cause: error })
    throw error
  }
}

// Longer than a correction takes; what takes longer is not waited for.
const lockPatience = '1s'

/** The newest first; `before` is the last batch of the page before. */
export async function listBatches(
  db: Db,
  page: {
    readonly companyId: string
    readonly limit: number
    readonly before?: string | undefined
  },
): Promise<readonly BatchRecord[]> {
  const found = await withProgress(db)
    .where('b.company_id', '=', page.companyId)
    .$if(page.before !== undefined, (query) => query.where('b.id', '<', page.before ?? ''))
    .orderBy('b.id', 'desc')
    .limit(page.limit)
    .execute()
  return found.map(toRecord)
}

/**
 * For whatever needs the rows themselves.
 * @throws RequestError `rows-cleared` when their time was over
 */
export function mustHaveRows({ clearedAt }: Pick<BatchRecord, 'clearedAt'>): void {
  if (clearedAt !== null) throw new RequestError('rows-cleared')
}

/** How many of the batch's rows there are; a header is not one. */
export function rowCount({ records, mapping }: Pick<BatchRecord, 'records' | 'mapping'>): number {
  return records - firstRecord(mapping) + 1
}

/** The position of the first data row. */
export function firstRecord({ header }: Mapping): number {
  return header ? 2 : 1
}

/** The number of the row at a position, counted from 1. */
export function rowNumber(mapping: Mapping, position: number): number {
  return position - firstRecord(mapping) + 1
}

function byRef(db: Db | Tx, { companyId, id }: BatchRef) {
  return withProgress(db).where('b.company_id', '=', companyId).where('b.id', '=', id)
}

function withProgress(db: Db | Tx) {
  return db
    .selectFrom('batches as b')
    .leftJoinLateral(
      (chunks) =>
        chunks
          .selectFrom('batch_chunks as c')
          .whereRef('c.company_id', '=', 'b.company_id')
          .whereRef('c.batch_id', '=', 'b.id')
          .select([
            sum('c.done').as('done'),
            sum('c.unchanged').as('unchanged'),
            sum('c.error').as('error'),
            sum('c.failed').as('failed'),
            sum('c.mails').as('mails'),
            sql<Found['effects']>`json_agg(c.effects)`.as('effects'),
          ])
          .as('p'),
      (join) => join.onTrue(),
    )
    .leftJoin('users as u', (join) =>
      join.onRef('u.company_id', '=', 'b.company_id').onRef('u.id', '=', 'b.created_by'),
    )
    .selectAll('b')
    .select([
      'u.email as created_by_email',
      'p.done',
      'p.unchanged',
      'p.error',
      'p.failed',
      'p.mails',
      'p.effects',
    ])
}

function sum(column: string) {
  return sql<number>`coalesce(sum(${sql.ref(column)}), 0)::int`
}

type Found = Selectable<Schema['batches']> & {
  [K in 'done' | 'unchanged' | 'error' | 'failed' | 'mails']: number | null
} & {
  created_by_email: string | null
  effects: readonly (EffectCounts | null)[] | null
}

// Batches of earlier versions say less of their sources.
const unsaid = { notices: [], firstLine: 1 }

function toRecord(found: Found): BatchRecord {
  // The JSON columns hold what this program wrote there.
  const mapping = found.mapping as Mapping
  const rows = rowCount({ records: found.records, mapping })
  return {
    companyId: found.company_id,
    id: found.id,
    operation: found.operation,
    state: found.state,
    language: found.language,
    source: { ...unsaid, ...(found.source as SourceDescription) },
    sourceDigest: found.source_digest,
    records: found.records,
    mapping,
    digest: found.digest,
    totals: totalsOf(found, rows),
    effects: effectsOf(found),
    groups: (found.groups ?? []) as readonly ProblemGroup[],
    leftOut: found.left_out,
    createdBy: found.created_by,
    createdByEmail: found.created_by_email,
    createdAt: found.created_at,
    verifiedAt: found.verified_at,
    executedBy: found.executed_by,
    queuedAt: found.queued_at,
    startedAt: found.started_at,
    finishedAt: found.finished_at,
    stopRequested: found.stop_requested,
    holdsMails: found.holds_mails,
    cause: found.cause,
    clearedAt: found.cleared_at,
  }
}

function totalsOf(found: Found, rows: number): Totals {
  const verified = found.verified_totals as Totals | null
  if (found.queued_at === null || verified === null) return verified ?? { ...noTotals, rows }
  const done = found.done ?? 0
  const unchanged = found.unchanged ?? 0
  const error = found.error ?? 0
  const failed = found.failed ?? 0
  const ready = rows - done - unchanged - error - failed
  return { rows, ready, unchanged, error, done, failed, mails: found.mails ?? 0 }
}

function effectsOf(found: Found): EffectCounts {
  if (found.started_at === null) return found.verified_effects ?? {}
  const parts = found.effects ?? []
  const counted = parts.filter((part) => part !== null)
  // A part of which nobody counted the effects makes the sum too small, and so none is said.
  return counted.length === parts.length ? sumOfEffects(counted) : {}
}
