import type { Mapping, MappingChoice } from '../domain/mapping.ts'
import type { BatchRef } from '../directory/batches.ts'
import type { Tx } from '../directory/schema.ts'

/** Something that the plan rests on has changed: it must be verified again before it can be executed. */
export async function backToDraft(
  tx: Tx,
  { companyId, id }: BatchRef,
  changed: {
    readonly mapping?: Mapping
    readonly mappingChoice?: MappingChoice
  } = {},
): Promise<void> {
  const { mapping, mappingChoice } = changed
  await tx
    .updateTable('batches')
    .set({
      state: 'draft',
      digest: null,
      verified_totals: null,
      groups: null,
      verified_at: null,
      ...(mapping && { mapping: JSON.stringify(mapping) }),
      ...(mappingChoice && { mapping_choice: JSON.stringify(mappingChoice) }),
    })
    .where('company_id', '=', companyId)
    .where('id', '=', id)
    .execute()
}
