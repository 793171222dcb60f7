import type { SourceNotice } from '../../domain/source-notice.ts'
import type { SourceRow } from '../../domain/table.ts'
import { collectFindings } from './sheet-findings.ts'
import type { SheetFindings } from './sheet-findings.ts'

export type Batches = AsyncIterable<Iterable<SourceRow>>

/** A sheet of a workbook. */
export interface Sheet {
  readonly name: string
  readonly visible: boolean
  /** Its first rows, as many as `beginningSize`. */
  readonly beginning: () => Promise<readonly SourceRow[]>
  /** Its rows, from the first one on. */
  readonly read: () => SheetReading
}

export interface SheetReading {
  readonly batches: Batches
  /** What was found; final once the last row is read. */
  readonly notices: () => readonly SourceNotice[]
}

/** A header, a title or two above it, and some rows. */
export const beginningSize = 6

export async function beginningOf(batches: Batches): Promise<readonly SourceRow[]> {
  const rows: SourceRow[] = []
  for await (const batch of batches) {
    for (const row of batch) {
      rows.push(row)
      if (rows.length === beginningSize) return rows
    }
  }
  return rows
}

/** Reads a sheet with a list of its own of what is found. */
export function reading(rows: (findings: SheetFindings) => Batches): SheetReading {
  const findings = collectFindings()
  return { batches: rows(findings), notices: findings.notices }
}
