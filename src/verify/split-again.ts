import { readRecords, replaceRecords } from '../directory/batch-records.ts'
import type { BatchRecord } from '../directory/batches.ts'
import type { Tx } from '../directory/schema.ts'
import type { Mapping } from '../domain/mapping.ts'
import { splitNames, withoutHalves } from '../mapping/split-names.ts'

/**
 * Rewrites the stored records of a batch where another mapping splits other full names, or none: the old halves go,
 * the new ones take their place. Corrections are kept by their fields, and stay.
 */
export async function splitAgain(tx: Tx, batch: BatchRecord, mapping: Mapping): Promise<void> {
  if (splitOf(batch.mapping) === splitOf(mapping)) return
  for (let first = 1; first <= batch.records; first += chunkSize) {
    const stored = await readRecords(tx, batch, { first, end: first + chunkSize })
    const bare = withoutHalves(batch.mapping, stored)
    const records = splitNames(mapping, bare, { isFirst: first === 1 })
    await replaceRecords(tx, batch, { from: first, records })
  }
}

// As in the execution: below it round trips dominate (docs/decisions/execution.md).
const chunkSize = 5_000

/** What decides how the records are stored; null: as the source has them. */
function splitOf({ fullName, header, columns }: Mapping): string | null {
  if (fullName === undefined) return null
  const halves = columns.filter(({ half }) => half !== undefined)
  return JSON.stringify([fullName, header, halves])
}
