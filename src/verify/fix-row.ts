import { putFixes } from '../directory/batch-records.ts'
import { firstRecord, lockBatch, type BatchRef } from '../directory/batches.ts'
import type { Db } from '../directory/schema.ts'
import type { FieldName } from '../domain/field.ts'
import { RequestError } from '../domain/request-error.ts'
import { operationNamed } from '../operations/index.ts'
import { backToDraft } from './back-to-draft.ts'
import { mustBeChangeable } from './must-be-changeable.ts'
import { ownField } from './own-field.ts'

/**
 * Corrects cells of one row; the batch must be verified again.
 * @throws RequestError `batch-not-found`, `row-not-found`, `illegal-move`, `unknown-field`
 */
export async function fixRow(
  db: Db,
  ref: BatchRef,
  fix: {
    /** Counted from 1. */
    readonly row: number
    readonly values: Readonly<Partial<Record<FieldName, string>>>
  },
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const batch = await lockBatch(tx, ref)
    mustBeChangeable(batch)
    const position = firstRecord(batch.mapping) + fix.row - 1
    if (fix.row < 1 || position > batch.records)
      throw new RequestError('row-not-found', { row: fix.row })
    const operation = operationNamed(batch.operation)
    const fixes = Object.entries(fix.values).map(([name, value]) => ({
      position,
      field: ownField(operation, name),
      value,
    }))
    await putFixes(tx, ref, fixes)
    await backToDraft(tx, ref)
  })
}
