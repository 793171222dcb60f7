import { findBatch, type BatchRecord, type BatchRef } from '../directory/batches.ts'
import {
  deleteRememberedMapping,
  findRememberedMapping,
  type RememberedFor,
  type RememberedMapping,
} from '../directory/remembered-mappings.ts'
import type { Db } from '../directory/schema.ts'
import { canMove } from '../domain/batch.ts'
import type { FieldName } from '../domain/field.ts'
import { columnsDigest } from '../mapping/columns-digest.ts'
import { plainTitle } from '../mapping/plain-title.ts'
import { isSameChoice, titledChoice, type TitledChoice } from '../mapping/titled-choice.ts'

export interface OfferedMapping extends RememberedMapping<TitledChoice> {
  /** The batch is mapped like that already. */
  readonly isInUse: boolean
}

/**
 * The mapping that somebody made for a source with the same headers, in this source's own titles. It is only
 * offered; null as well where the batch cannot be mapped any more.
 */
export async function rememberedMapping(
  db: Db,
  batch: BatchRecord,
): Promise<OfferedMapping | null> {
  const place = placeOf(batch)
  if (place === null || !canMove(batch.state, 'draft') || batch.clearedAt !== null) return null
  const found = await findRememberedMapping<TitledChoice>(db, place)
  if (found === undefined) return null
  const present = titledChoice(batch.mapping)
  const isInUse = present !== null && isSameChoice(present, found.choice)
  return { ...found, choice: inTitlesOf(batch, found.choice), isInUse }
}

/**
 * Forgets what is remembered for the headers of a batch. The batch stays as it is.
 * @throws RequestError `batch-not-found`
 */
export async function forgetMapping(db: Db, ref: BatchRef): Promise<void> {
  const place = placeOf(await findBatch(db, ref))
  if (place !== null) await deleteRememberedMapping(db, place)
}

function placeOf({ companyId, operation, mapping }: BatchRecord): RememberedFor | null {
  const digest = columnsDigest(mapping)
  return digest === null ? null : { companyId, operation, columnsDigest: digest }
}

function inTitlesOf({ mapping }: BatchRecord, choice: TitledChoice): TitledChoice {
  const present = new Map(mapping.columns.map(({ title }) => [plainTitle(title), title]))
  const written = (title: string) => present.get(plainTitle(title)) ?? title
  const fields = Object.entries(choice.fields) as [FieldName, string][]
  return {
    fields: Object.fromEntries(fields.map(([field, title]) => [field, written(title)])),
    ignore: choice.ignore.map(written),
    fullName: choice.fullName === null ? null : written(choice.fullName),
  }
}
