import type { Actor } from '../directory/actor.ts'
import type { BatchRecord } from '../directory/batches.ts'
import { putRememberedMapping } from '../directory/remembered-mappings.ts'
import type { Tx } from '../directory/schema.ts'
import type { Mapping } from '../domain/mapping.ts'
import { columnsDigest } from '../mapping/columns-digest.ts'
import { titledChoice } from '../mapping/titled-choice.ts'

/**
 * Remembers the mapping of a batch for the next source with the same headers, if a person had a say in it. Where
 * its columns cannot be told apart by their titles, or where these are addresses, nothing is remembered.
 */
export async function rememberMapping(
  tx: Tx,
  { companyId, operation, mapping }: BatchRecord,
  { actor, now }: { readonly actor: Actor; readonly now: Date },
): Promise<void> {
  if (mapping.madeByPerson !== true) return
  const digest = columnsDigest(mapping)
  const choice = titledChoice(mapping)
  if (digest === null || choice === null || namesPeople(mapping)) return
  const remembered = { companyId, operation, columnsDigest: digest }
  await putRememberedMapping(tx, remembered, { choice, by: actor.userId, at: now })
}

// A row that somebody took for a header: what is remembered has no end, and so it must tell of nobody.
function namesPeople({ columns }: Mapping): boolean {
  return columns.some(({ title }) => title.includes('@'))
}
