import { sql } from 'kysely'
import type { Totals } from '../domain/batch.ts'
import type { EffectCounts } from '../domain/effect.ts'
import type { BatchRef } from './batches.ts'
import type { Db, Tx } from './schema.ts'

/** Positions that are executed together: from `first` to before `end`. */
export interface Range {
  readonly first: number
  readonly end: number
}

/** How the rows of a chunk ended, how many mails they queued, and what they did. */
export interface ChunkCounts extends Pick<
  Totals,
  'done' | 'unchanged' | 'error' | 'failed' | 'mails'
> {
  readonly effects: EffectCounts
}

/** What has been executed of a batch, in order. */
export async function executedRanges(
  db: Db,
  { companyId, id }: BatchRef,
): Promise<readonly Range[]> {
  return await db
    .selectFrom('batch_chunks')
    .select(['first_position as first', 'end_position as end'])
    .where('company_id', '=', companyId)
    .where('batch_id', '=', id)
    .orderBy('first_position')
    .execute()
}

/**
 * Takes a chunk for this transaction. Whoever takes the same one waits, and is refused when this one commits.
 * @returns false when it was executed already, or its batch has stopped while whoever takes it hung
 */
export async function takeChunk(
  tx: Tx,
  { companyId, id }: BatchRef,
  { first, end }: Range,
): Promise<boolean> {
  const taken = await sql`
    insert into batch_chunks (company_id, batch_id, first_position, end_position)
    select ${companyId}, ${id}, ${first}, ${end}
    where not exists (
      select from batch_chunks
      where company_id = ${companyId} and batch_id = ${id}
        and first_position < ${end} and end_position > ${first}
    ) and exists (
      select from batches
      where company_id = ${companyId} and id = ${id} and state = 'executing'
    )
    on conflict do nothing`.execute(tx)
  return taken.numAffectedRows === 1n
}

/** Records how the rows of a chunk that this transaction has taken ended. */
export async function countChunk(
  tx: Tx,
  { companyId, id }: BatchRef,
  { first, counts }: { readonly first: number; readonly counts: ChunkCounts },
): Promise<void> {
  await tx
    .updateTable('batch_chunks')
    .set({ ...counts, effects: JSON.stringify(counts.effects) })
    .where('company_id', '=', companyId)
    .where('batch_id', '=', id)
    .where('first_position', '=', first)
    .execute()
}
