import { sql, type RawBuilder } from 'kysely'
import { firstRecord, type BatchRecord, type BatchRef } from './batches.ts'
import type { Tx } from './schema.ts'

/**
 * Takes records out of a batch, or back into it.
 * @param positions a query that gives them as `position`
 * @returns how many were not so before
 */
export async function setLeftOut(
  tx: Tx,
  { companyId, id }: BatchRef,
  { leftOut, positions }: { readonly leftOut: boolean; readonly positions: RawBuilder<unknown> },
): Promise<number> {
  const act = leftOut
    ? sql`
      insert into batch_left_out (company_id, batch_id, position)
      select ${companyId}, ${id}, position from (${positions}) meant
      on conflict do nothing`
    : sql`
      delete from batch_left_out
      where company_id = ${companyId} and batch_id = ${id}
        and position in (select position from (${positions}) meant)`
  const { numAffectedRows } = await act.execute(tx)
  return Number(numAffectedRows ?? 0)
}

/** Notes with the batch how many of its rows are left out; a header is not a row. */
export async function countLeftOut(
  tx: Tx,
  { companyId, id, mapping }: Pick<BatchRecord, 'companyId' | 'id' | 'mapping'>,
): Promise<void> {
  await sql`
    update batches set left_out = (
      select count(*) from batch_left_out o
      where o.company_id = ${companyId} and o.batch_id = ${id}
        and o.position >= ${firstRecord(mapping)})
    where company_id = ${companyId} and id = ${id}`.execute(tx)
}
