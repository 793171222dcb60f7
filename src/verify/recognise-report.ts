import type { BatchRecord } from '../directory/batches.ts'
import { recentMappings, type RecentMapping } from '../directory/recent-mappings.ts'
import type { Tx } from '../directory/schema.ts'
import type { Column, Mapping } from '../domain/mapping.ts'
import { ownColumns, reportedColumns, sourceColumns } from '../domain/own-columns.ts'
import { reportColumns } from '../domain/report-columns.ts'
import { sourceNotice, type SourceNotice } from '../domain/source-notice.ts'
import type { SourceRow } from '../domain/table.ts'
import { plainTitle } from '../mapping/plain-title.ts'

/** A source that is the report of an earlier batch. */
export interface BroughtReport {
  /** Those of these rows for which the report does not say that nothing is left to do. */
  take(rows: readonly SourceRow[]): readonly SourceRow[]
  /** How many rows were not taken so far. */
  readonly done: () => number
  /** What is to be said of them. */
  readonly notices: () => readonly SourceNotice[]
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
  if (own.length === sourceColumns(mapping).length) return null
  const titles = titlesOf(own.filter(({ secret }) => !secret))
  const earlier = [...asRecent(replaced), ...(await recentMappings(tx, source))]
  const batch = earlier.find(({ mapping }) => titlesOf(reportedColumns(mapping)) === titles)
  if (batch === undefined) return null
  return takeRows(batch.at, own.length)
}

/**
 * @param since when the batch ended or, before it did, was brought
 * @param width how many columns stand before those of the report
 */
function takeRows(since: Date, width: number): BroughtReport {
  const [state, code] = [
    width + reportColumns.indexOf('state'),
    width + reportColumns.indexOf('code'),
  ]
  let left = 0
  // Rows that contradicted an earlier one: once that is done, and not here, nothing says so any more.
  const contradicting = { count: 0, line: 0 }

  return {
    take(rows) {
      const taken = rows.filter(({ cells }) => !done.has(plainTitle(cells[state] ?? '')))
      left += rows.length - taken.length
      for (const { line, cells } of taken) {
        if (!cells[code]?.includes('contradicts-line')) continue
        contradicting.count += 1
        contradicting.line ||= line
      }
      return taken
    },
    done: () => left,
    notices() {
      if (left === 0) return []
      const notice = sourceNotice('rows-done', { count: left, since: since.toISOString() })
      if (contradicting.count === 0) return [notice]
      return [notice, sourceNotice('rows-contradicting', contradicting)]
    },
  }
}

const done: ReadonlySet<string> = new Set(['done', 'unchanged'])

function titlesOf(columns: readonly Column[]): string {
  return JSON.stringify(columns.map(({ title }) => plainTitle(title)))
}

function asRecent(replaced: BatchRecord | undefined): readonly RecentMapping[] {
  if (replaced === undefined || replaced.state === 'draft') return []
  return [{ mapping: replaced.mapping, at: replaced.createdAt }]
}
