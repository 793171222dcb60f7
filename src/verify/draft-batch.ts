import type { Actor } from '../directory/actor.ts'
import { addRecords } from '../directory/batch-records.ts'
import { lockBatch, rowCount, type BatchRef } from '../directory/batches.ts'
import type { Db, Tx } from '../directory/schema.ts'
import { newId } from '../domain/id.ts'
import type { Language } from '../domain/language.ts'
import type { Mapping, MappingChoice } from '../domain/mapping.ts'
import { SourceError, type SourceRow, type Table } from '../domain/table.ts'
import type { Operation } from '../operations/operation.ts'
import { mapSource, sampleSize } from './map-source.ts'
import { mustBeChangeable } from './must-be-changeable.ts'

export interface Draft {
  readonly actor: Actor
  readonly operation: Operation
  /** Of the people who are invited; null: the company's. */
  readonly language: Language | null
  readonly table: Table
  readonly choice: MappingChoice
  /** The batch whose source is replaced; a new batch without it. */
  readonly id?: string | undefined
  readonly now: Date
}

/**
 * Stores a source as a batch, record by record as it is read, with a first guess of its mapping.
 * Cells of columns that look like passwords are not stored. Nothing is stored when it throws.
 * @throws SourceError when the source cannot be read or has no data rows; MappingError; RequestError
 * `batch-not-found`, `illegal-move`
 */
export async function draftBatch(db: Db, draft: Draft): Promise<BatchRef> {
  const ref = { companyId: draft.actor.companyId, id: draft.id ?? newId(draft.now.getTime()) }
  await using cleanup = new AsyncDisposableStack()
  cleanup.defer(() => draft.table.close())
  await db.transaction().execute(async (tx) => {
    if (draft.id !== undefined) await discard(tx, ref)
    let mapping: Mapping | undefined
    let records = 0
    // While the database writes a chunk, the next one is read.
    let writing: Promise<void> = Promise.resolve()
    for await (const chunk of draft.table.chunks) {
      mapping ??= await mapSource(tx, ref.companyId, {
        ...draft,
        sample: chunk.slice(0, sampleSize),
      })
      const stored = withoutSecrets(mapping, chunk, { isFirst: records === 0 })
      await writing
      writing = addRecords(tx, ref, { from: records + 1, records: stored })
      // What goes wrong is thrown where it is awaited.
      writing.catch(() => {})
      records += chunk.length
    }
    await writing
    if (mapping === undefined || rowCount({ records, mapping }) < 1)
      throw new SourceError('no-rows')
    await insertBatch(tx, ref, { ...draft, mapping, records })
  })
  return ref
}

// The new source takes the place of the old one, and of the corrections and the plan that rested on it.
async function discard(tx: Tx, ref: BatchRef): Promise<void> {
  mustBeChangeable(await lockBatch(tx, ref))
  await tx
    .deleteFrom('batches')
    .where('company_id', '=', ref.companyId)
    .where('id', '=', ref.id)
    .execute()
}

// The header stays: by it the columns are known when they are mapped anew, and it is no secret.
function withoutSecrets(
  { columns, header }: Mapping,
  chunk: readonly SourceRow[],
  { isFirst }: { readonly isFirst: boolean },
): readonly SourceRow[] {
  const secret = columns.filter((column) => column.secret).map(({ index }) => index)
  if (secret.length === 0) return chunk
  return chunk.map(({ line, cells }, record) => ({
    line,
    cells:
      header && isFirst && record === 0
        ? cells
        : cells.map((cell, index) => (secret.includes(index) ? '' : cell)),
  }))
}

async function insertBatch(
  tx: Tx,
  ref: BatchRef,
  batch: Draft & { readonly mapping: Mapping; readonly records: number },
): Promise<void> {
  const { actor, operation, table } = batch
  await tx
    .insertInto('batches')
    .values({
      company_id: ref.companyId,
      id: ref.id,
      operation: operation.name,
      state: 'draft',
      language: batch.language,
      source: JSON.stringify(table.source),
      source_digest: table.digest(),
      records: batch.records,
      mapping: JSON.stringify(batch.mapping),
      created_by: actor.userId,
      created_at: batch.now,
    })
    .execute()
}
