import { sql } from 'kysely'
import { lockBatch, type BatchRef } from '../directory/batches.ts'
import { joinAtOnce, matchingRows } from '../directory/matching-rows.ts'
import type { Db } from '../directory/schema.ts'
import type { FieldName } from '../domain/field.ts'
import { operationNamed } from '../operations/index.ts'
import { backToDraft } from './back-to-draft.ts'
import { mustBeChangeable } from './must-be-changeable.ts'
import { ownField } from './own-field.ts'

/**
 * Corrects a cell in every row where it says `value`, what surrounds it aside; then the batch must be
 * verified again.
 * @returns how many cells were corrected
 * @throws RequestError `batch-not-found`, `illegal-move`, `unknown-field`
 */
export async function fixCells(
  db: Db,
  ref: BatchRef,
  fix: { readonly field: FieldName; readonly value: string; readonly replacement: string },
): Promise<number> {
  return await db.transaction().execute(async (tx) => {
    const batch = await lockBatch(tx, ref)
    mustBeChangeable(batch)
    const { value, replacement } = fix
    const field = ownField(operationNamed(batch.operation), fix.field)
    // A cell that no column fills is empty in every row, and cannot be filled here.
    if (batch.mapping.fields[field] === undefined) return 0
    await joinAtOnce(tx)
    const { numAffectedRows } = await sql`
      insert into batch_fixes (company_id, batch_id, position, field, value)
      select ${ref.companyId}, ${ref.id}, position, ${field}, ${replacement}
      from (${matchingRows(batch, { field, value })}) meant
      on conflict (company_id, batch_id, position, field) do update set value = excluded.value
    `.execute(tx)
    const corrected = Number(numAffectedRows ?? 0)
    if (corrected > 0) await backToDraft(tx, ref)
    return corrected
  })
}
