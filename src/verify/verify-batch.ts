import { createHash, type Hash } from 'node:crypto'
import type { Actor } from '../directory/actor.ts'
import {
  addJudgements,
  clearJudgements,
  type StoredJudgement,
} from '../directory/batch-judgements.ts'
import type { StoredRecord } from '../directory/batch-records.ts'
import { lockBatch, rowCount, type BatchRecord, type BatchRef } from '../directory/batches.ts'
import type { Db, Tx } from '../directory/schema.ts'
import { columnName, columnNames } from '../domain/column-name.ts'
import { noTotals, type Totals } from '../domain/batch.ts'
import type { FieldName } from '../domain/field.ts'
import type { Mapping } from '../domain/mapping.ts'
import { RequestError } from '../domain/request-error.ts'
import { missingFields } from '../mapping/missing-fields.ts'
import { nearestColumn } from '../mapping/nearest-column.ts'
import { operationNamed } from '../operations/index.ts'
import type { Operation } from '../operations/operation.ts'
import { basisOf } from './basis-of.ts'
import { countProblems } from './group-problems.ts'
import { countEffects } from './count-effects.ts'
import { compareRows, type Said } from './compare-rows.ts'
import { judgedChunks } from './judged-chunks.ts'
import { mails, type Judgement } from './judgement.ts'
import { mustBeChangeable } from './must-be-changeable.ts'
import { rememberMapping } from './remember-mapping.ts'

export interface VerifyOptions {
  readonly actor: Actor
  readonly now: Date
  /** Rows that are judged at a time. */
  readonly chunkSize?: number | undefined
  readonly signal?: AbortSignal | undefined
  readonly onProgress?: ((totals: Totals) => void) | undefined
}

/**
 * Judges every row of a batch by the rules of its operation and stores the plan. Nothing is sent, and
 * the directory is read in a transaction that cannot write, from one snapshot for all rows. A mapping that
 * a person made is remembered for the next source with the same headers.
 * @throws RequestError `batch-not-found`, `illegal-move`, `missing-columns`
 */
export async function verifyBatch(db: Db, ref: BatchRef, options: VerifyOptions): Promise<void> {
  const snapshot = db.transaction().setIsolationLevel('repeatable read').setAccessMode('read only')
  await db.transaction().execute(async (tx) => {
    const batch = await lockBatch(tx, ref)
    const operation = operationNamed(batch.operation)
    mustBeChangeable(batch)
    mustBeMapped(operation, batch)
    await clearJudgements(tx, ref)
    const plan = await snapshot.execute((reading) =>
      judgeAll({ db, tx, reading, batch, operation }, options),
    )
    await store(tx, ref, { ...plan, now: options.now })
    await rememberMapping(tx, batch, options)
  })
}

interface Verification {
  readonly db: Db
  /** Holds the batch, and writes its plan. */
  readonly tx: Tx
  /** Reads the directory. */
  readonly reading: Tx
  readonly batch: BatchRecord
  readonly operation: Operation
}

function mustBeMapped(operation: Operation, { mapping }: BatchRecord): void {
  const missing = missingFields(operation.fields, mapping)
  if (missing.length === 0) return
  throw new RequestError('missing-columns', {
    fields: missing.map((field) => withNearest(field, mapping)).join(', '),
    columns: columnNames(mapping),
  })
}

/** `sendMail`, or `sendMail (Mail gesendet?)` where a column's title resembles it. */
function withNearest(field: FieldName, mapping: Mapping): string {
  const nearest = nearestColumn(field, mapping)
  return nearest === undefined ? field : `${field} (${columnName(mapping, nearest.index)}?)`
}

// As in the execution: below it round trips dominate (bench/README.md).
const defaultChunkSize = 5_000

async function judgeAll(verification: Verification, options: VerifyOptions) {
  const { db, tx, reading, batch, operation } = verification
  const { actor, now, chunkSize = defaultChunkSize, signal, onProgress } = options
  const ask = { tx: reading, companyId: batch.companyId }
  const context = { operation, ask, circumstances: { actor, now }, chunkSize }
  const said: Said = new Map()
  const problems = countProblems()
  const effects = countEffects()
  const digest = digestOf(batch)
  let totals: Totals = { ...noTotals, rows: rowCount(batch) }
  for await (const { records, rows, verdicts } of judgedChunks(db, batch, context)) {
    signal?.throwIfAborted()
    const judgements = compareRows(rows, verdicts, said)
    const stored = judgements.flatMap(toStore)
    await addJudgements(tx, batch, stored)
    totals = add(totals, judgements)
    for (const judgement of judgements) {
      problems.add(judgement)
      effects.add(judgement)
    }
    extend(digest, { records, stored })
    onProgress?.(totals)
  }
  return {
    totals,
    effects: effects.counts(),
    groups: problems.groups(),
    digest: digest.digest('base64url'),
  }
}

/** What is not the ordinary case: see `StoredJudgement`. */
function toStore(judgement: Judgement): readonly StoredJudgement[] {
  const { position, state, isRepeat, problems, notices } = judgement
  // A repeated row has nothing left to do with its user's other rows.
  const leader = isRepeat ? null : judgement.leader
  const basis = basisOf(judgement)
  const isOrdinary = state === 'ready' && leader === null && basis === null && notices.length === 0
  return isOrdinary ? [] : [{ position, state, leader, basis, problems, notices }]
}

function add(totals: Totals, judgements: readonly Judgement[]): Totals {
  const sum = { ...totals }
  for (const judgement of judgements) {
    sum[judgement.state]++
    if (mails(judgement)) sum.mails++
  }
  return sum
}

// The digest names the plan: source, how it was read, mapping, corrections, and what was said of each row. The same
// bytes are other rows on another sheet, from another line on, or with the rows of a report that are done.
function digestOf(batch: BatchRecord): Hash {
  const { operation, sourceDigest, records, mapping, language } = batch
  const { format, encoding, delimiter, sheet, firstLine } = batch.source
  const reading = [format, encoding, delimiter, sheet, firstLine, records]
  const { header, fields, fullName = null } = mapping
  return createHash('sha256').update(
    JSON.stringify([operation, sourceDigest, reading, header, fields, fullName, language]),
  )
}

function extend(
  digest: Hash,
  { records, stored }: { records: readonly StoredRecord[]; stored: readonly unknown[] },
): void {
  const fixes = records.flatMap(({ position, fixes }) =>
    Object.entries(fixes).map((fix) => [position, ...fix]),
  )
  digest.update(JSON.stringify([fixes, stored]))
}

async function store(
  tx: Tx,
  { companyId, id }: BatchRef,
  plan: Awaited<ReturnType<typeof judgeAll>> & { readonly now: Date },
): Promise<void> {
  await tx
    .updateTable('batches')
    .set({
      state: 'verified',
      digest: plan.digest,
      verified_totals: JSON.stringify(plan.totals),
      verified_effects: JSON.stringify(plan.effects),
      groups: JSON.stringify(plan.groups),
      verified_at: plan.now,
    })
    .where('company_id', '=', companyId)
    .where('id', '=', id)
    .execute()
}
