import { sql } from 'kysely'
import { lockBatch, type BatchRef } from '../directory/batches.ts'
import type { Db } from '../directory/schema.ts'
import { RequestError } from '../domain/request-error.ts'
import { backToDraft } from './back-to-draft.ts'
import { mustBeChangeable } from './must-be-changeable.ts'

/**
 * Corrects every cell for which the verification has a suggestion; the batch must be verified again.
 * A draft has no plan whose suggestions could be accepted: they may belong to other columns or cells.
 * @returns how many cells were corrected
 * @throws RequestError `batch-not-found`, `illegal-move`, `plan-changed`
 */
export async function acceptSuggestions(db: Db, ref: BatchRef): Promise<number> {
  return await db.transaction().execute(async (tx) => {
    const batch = await lockBatch(tx, ref)
    mustBeChangeable(batch)
    if (batch.state === 'draft') throw new RequestError('plan-changed')
    const { numAffectedRows } = await sql`
      insert into batch_fixes (company_id, batch_id, position, field, value)
      select company_id, batch_id, position, problem ->> 'field', problem ->> 'suggestion'
      from batch_judgements
      cross join lateral json_array_elements(problems) as problem
      where company_id = ${ref.companyId} and batch_id = ${ref.id} and state = 'error'
        and problem ->> 'suggestion' is not null
      on conflict (company_id, batch_id, position, field) do update set value = excluded.value
    `.execute(tx)
    const corrected = Number(numAffectedRows ?? 0)
    if (corrected > 0) await backToDraft(tx, ref)
    return corrected
  })
}
