import { lockBatch, type BatchRef } from '../directory/batches.ts'
import { countLeftOut } from '../directory/batch-left-out.ts'
import { readRecords } from '../directory/batch-records.ts'
import type { Db } from '../directory/schema.ts'
import type { MappingChoice } from '../domain/mapping.ts'
import { withoutHalves } from '../mapping/split-names.ts'
import { sampleSize } from '../mapping/take-sample.ts'
import { operationNamed } from '../operations/index.ts'
import { backToDraft } from './back-to-draft.ts'
import { mapSource } from './map-source.ts'
import { mustBeChangeable } from './must-be-changeable.ts'
import { splitAgain } from './split-again.ts'

/**
 * Maps the columns of a batch anew, as a person chose; what is not chosen is guessed, but for the full names:
 * unless the choice speaks of them, they stay split or not.
 * @throws RequestError `batch-not-found`, `illegal-move`; MappingError
 */
export async function mapBatch(db: Db, ref: BatchRef, choice: MappingChoice): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const batch = await lockBatch(tx, ref)
    mustBeChangeable(batch)
    const stored = await readRecords(tx, ref, { first: 1, end: sampleSize + 1 })
    const sample = withoutHalves(batch.mapping, stored)
    const operation = operationNamed(batch.operation)
    const present = batch.mapping
    const mapping = await mapSource(tx, ref.companyId, { operation, sample, choice, present })
    await splitAgain(tx, batch, mapping)
    await backToDraft(tx, ref, mapping)
    await countLeftOut(tx, { ...ref, mapping })
  })
}
