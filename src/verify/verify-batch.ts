import type { Actor } from '../directory/actor.ts'
import { clearJudgements } from '../directory/batch-judgements.ts'
import { lockBatch, type BatchRecord, type BatchRef } from '../directory/batches.ts'
import type { Db, Tx } from '../directory/schema.ts'
import { columnName, columnNames } from '../domain/column-name.ts'
import type { Totals } from '../domain/batch.ts'
import type { FieldName } from '../domain/field.ts'
import type { Mapping } from '../domain/mapping.ts'
import { RequestError } from '../domain/request-error.ts'
import { missingFields } from '../mapping/missing-fields.ts'
import { nearestColumn } from '../mapping/nearest-column.ts'
import { operationNamed } from '../operations/index.ts'
import type { Operation } from '../operations/operation.ts'
import { makePlan, type Plan } from './make-plan.ts'
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
      makePlan({ db, tx, reading, batch, operation }, options),
    )
    await store(tx, ref, { ...plan, now: options.now })
    await rememberMapping(tx, batch, options)
  })
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

async function store(
  tx: Tx,
  { companyId, id }: BatchRef,
  plan: Plan & { readonly now: Date },
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
