import { sql } from 'kysely'
import type { BatchRef } from '../directory/batches.ts'
import type { Db } from '../directory/schema.ts'
import { whenWorkIsSeen } from './announce-work.ts'

/**
 * The batch of the company whose turn it is: the one that executes already (its process was killed),
 * or the one that has waited longest. Undefined when there is none.
 */
export async function claimBatch(
  db: Db,
  { companyId, now }: { readonly companyId: string; readonly now: Date },
): Promise<BatchRef | undefined> {
  await whenWorkIsSeen(db, companyId)
  const { rows } = await sql<{ id: string }>`
    with executing as (
      select id from batches where company_id = ${companyId} and state = 'executing'
    ), next as (
      select id from batches
      where company_id = ${companyId} and state = 'waiting' and not exists (select from executing)
      order by queued_at, id
      limit 1
      for no key update -- chunks that a lost process still executes refer to it
    ), claimed as (
      update batches b set state = 'executing', started_at = coalesce(b.started_at, ${now})
      from next where b.company_id = ${companyId} and b.id = next.id and b.state = 'waiting'
      returning b.id
    )
    select id from executing union all select id from claimed`.execute(db)
  const [batch] = rows
  return batch && { companyId, id: batch.id }
}
