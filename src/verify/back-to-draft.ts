import { sql } from 'kysely'
import type { Mapping } from '../domain/mapping.ts'
import type { BatchRef } from '../directory/batches.ts'
import type { Tx } from '../directory/schema.ts'

/** Something that the plan rests on has changed: it must be verified again before it can be executed. */
export async function backToDraft(
  tx: Tx,
  { companyId, id }: BatchRef,
  mapping?: Mapping,
): Promise<void> {
  await tx
    .updateTable('batches')
    .set({
      state: 'draft',
      digest: null,
      verified_totals: null,
      verified_effects: null,
      groups: null,
      verified_at: null,
      touched_at: sql`now()`,
      ...(mapping && { mapping: JSON.stringify(mapping) }),
    })
    .where('company_id', '=', companyId)
    .where('id', '=', id)
    .execute()
}
