import type { BatchRecord } from '../directory/batches.ts'
import { recentMappings, type RecentMapping } from '../directory/recent-mappings.ts'
import type { Tx } from '../directory/schema.ts'
import type { Column, Mapping } from '../domain/mapping.ts'
import { ownColumns, reportedColumns, sourceColumns } from '../domain/own-columns.ts'
import { reportColumns } from '../domain/report-columns.ts'
import type { SourceRow } from '../domain/table.ts'
import { plainTitle } from '../mapping/plain-title.ts'

/** A source that is the report of an earlier batch. */
export interface BroughtReport {
  /** When that batch ended or, before it did, was brought. */
  readonly since: Date
  /** Does the report say that nothing is left to do for this row? */
  isDone(row: SourceRow): boolean
}

/**
 * Tells whether a source is the report of an earlier batch of the same operation, by its columns: those that a
 * report adds stand behind the own ones of that batch. The report of another operation is a source like any other:
 * who was invited with one may be deleted with the next.
 * @param replaced the batch whose source is replaced, which is gone already
 */
export async function recogniseReport(
  tx: Tx,
  source: {
    readonly companyId: string
    readonly operation: string
    readonly mapping: Mapping
    readonly replaced?: BatchRecord | undefined
  },
): Promise<BroughtReport | null> {
  const { mapping, replaced } = source
  const own = ownColumns(mapping)
  const state = sourceColumns(mapping)[own.length + reportColumns.indexOf('state')]
  if (state === undefined || own.length === sourceColumns(mapping).length) return null
  const titles = titlesOf(own.filter(({ secret }) => !secret))
  const earlier = [...asRecent(replaced), ...(await recentMappings(tx, source))]
  const batch = earlier.find(({ mapping }) => titlesOf(reportedColumns(mapping)) === titles)
  if (batch === undefined) return null
  return { since: batch.at, isDone: ({ cells }) => done.has(plainTitle(cells[state.index] ?? '')) }
}

const done: ReadonlySet<string> = new Set(['done', 'unchanged'])

function titlesOf(columns: readonly Column[]): string {
  return JSON.stringify(columns.map(({ title }) => plainTitle(title)))
}

function asRecent(replaced: BatchRecord | undefined): readonly RecentMapping[] {
  if (replaced === undefined || replaced.state === 'draft') return []
  return [{ mapping: replaced.mapping, at: replaced.createdAt }]
}
