import type { Actor } from '../directory/actor.ts'
import { addRecords } from '../directory/batch-records.ts'
import { lockBatch, rowCount, type BatchRecord, type BatchRef } from '../directory/batches.ts'
import type { Db, Tx } from '../directory/schema.ts'
import { newId } from '../domain/id.ts'
import type { Language } from '../domain/language.ts'
import type { Mapping, MappingChoice } from '../domain/mapping.ts'
import { SourceError, type SourceRow, type Table } from '../domain/table.ts'
import { splitNames } from '../mapping/split-names.ts'
import { sampleSize } from '../mapping/take-sample.ts'
import type { Operation } from '../operations/operation.ts'
import { beginTable } from './begin-table.ts'
import { mapSource } from './map-source.ts'
import { mustBeChangeable } from './must-be-changeable.ts'
import { recogniseReport, type BroughtReport } from './recognise-report.ts'

export interface Draft {
  readonly actor: Actor
  readonly operation: Operation
  /** Of the people who are invited; null: the company's. */
  readonly language: Language | null
  readonly table: Table
  readonly choice: MappingChoice
  /** The line in which a person says that the source begins. */
  readonly firstLine?: number | undefined
  /** Of a report that is brought again, the rows that are done as well. */
  readonly allRows?: boolean | undefined
  /** The batch whose source is replaced; a new batch without it. */
  readonly id?: string | undefined
  readonly now: Date
}

/**
 * Stores a source as a batch, record by record as it is read, with a first guess of its mapping. What stands above the
 * table is not stored, nor are the cells of columns that look like passwords; full names are, with their halves beside
 * them. Of a report that is brought again, only the rows that are not done are taken. Nothing is stored when it throws.
 * @throws SourceError when the source cannot be read or no row of it is taken; MappingError; RequestError
 * `batch-not-found`, `illegal-move`
 */
export async function draftBatch(db: Db, draft: Draft): Promise<BatchRef> {
  const ref = { companyId: draft.actor.companyId, id: draft.id ?? newId(draft.now.getTime()) }
  await using cleanup = new AsyncDisposableStack()
  cleanup.defer(() => draft.table.close())
  const table = beginTable(draft.table, draft.firstLine)
  await db.transaction().execute(async (tx) => {
    const replaced = draft.id === undefined ? undefined : await discard(tx, ref)
    let begun: Beginning | undefined
    let records = 0
    // While the database writes a chunk, the next one is read.
    let writing: Promise<void> = Promise.resolve()
    for await (const chunk of table.chunks) {
      begun ??= await begin(tx, draft, { first: chunk, replaced })
      const { mapping, report } = begun
      const taken = report === null ? chunk : report.take(chunk)
      if (taken.length === 0) continue
      const isFirst = records === 0
      const known = withoutSecrets(mapping, taken, { isFirst })
      const stored = splitNames(mapping, known, { isFirst })
      await writing
      writing = addRecords(tx, ref, { from: records + 1, records: stored })
      // What goes wrong is thrown where it is awaited.
      writing.catch(() => {})
      records += taken.length
    }
    await writing
    if (begun === undefined || rowCount({ records, mapping: begun.mapping }) < 1) {
      const done = begun?.report?.done() ?? 0
      throw done > 0
        ? new SourceError('all-rows-done', { count: done })
        : new SourceError('no-rows')
    }
    await insertBatch(tx, ref, { ...draft, ...begun, table, records })
  })
  return ref
}

/** What the first records of a source tell about it. */
interface Beginning {
  readonly mapping: Mapping
  /** The source is the report of an earlier batch: only what is not done is taken. */
  readonly report: BroughtReport | null
}

async function begin(
  tx: Tx,
  { actor, operation, choice, allRows = false }: Draft,
  source: {
    readonly first: readonly SourceRow[]
    readonly replaced: BatchRecord | undefined
  },
): Promise<Beginning> {
  const { companyId } = actor
  const sample = source.first.slice(0, sampleSize)
  const mapping = await mapSource(tx, companyId, { operation, sample, choice })
  if (allRows) return { mapping, report: null }
  const { replaced } = source
  const asked = { companyId, operation: operation.name, mapping, replaced }
  return { mapping, report: await recogniseReport(tx, asked) }
}

// The new source takes the place of the old one, and of the corrections and the plan that rested on it.
async function discard(tx: Tx, ref: BatchRef): Promise<BatchRecord> {
  const replaced = await lockBatch(tx, ref)
  mustBeChangeable(replaced)
  await tx
    .deleteFrom('batches')
    .where('company_id', '=', ref.companyId)
    .where('id', '=', ref.id)
    .execute()
  return replaced
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
  batch: Draft & Beginning & { readonly records: number },
): Promise<void> {
  const { actor, operation, table } = batch
  const { source } = table
  await tx
    .insertInto('batches')
    .values({
      company_id: ref.companyId,
      id: ref.id,
      operation: operation.name,
      state: 'draft',
      language: batch.language,
      source: JSON.stringify({
        ...source,
        notices: [...source.notices, ...(batch.report?.notices() ?? [])],
      }),
      source_digest: table.digest(),
      records: batch.records,
      mapping: JSON.stringify(batch.mapping),
      created_by: actor.userId,
      created_at: batch.now,
    })
    .execute()
}
