import { SourceError } from '../../domain/table.ts'
import type { SourceRow } from '../../domain/table.ts'

export type Batches = AsyncIterable<Iterable<SourceRow>>

/** A sheet of a workbook that can be read, each time from its beginning. */
export interface Sheet {
  readonly name: string
  readonly visible: boolean
  rows(): Batches
}

/**
 * The sheet that the person named, else the first visible one that is not empty (else the first hidden one).
 * Throws `unknown-sheet` with the names that there are, and `no-rows` when all are empty.
 */
export async function selectSheet(
  sheets: readonly Sheet[],
  chosen?: string,
): Promise<{ readonly sheet: string; readonly batches: Batches }> {
  if (chosen !== undefined) {
    const sheet = sheets.find(({ name }) => name === chosen)
    if (sheet === undefined) {
      const names = sheets.map(({ name }) => name).join(', ')
      throw new SourceError('unknown-sheet', { sheet: chosen, sheets: names })
    }
    return { sheet: sheet.name, batches: sheet.rows() }
  }
  for (const sheet of sheets.toSorted((a, b) => Number(b.visible) - Number(a.visible))) {
    if (await hasRows(sheet)) return { sheet: sheet.name, batches: sheet.rows() }
  }
  throw new SourceError('no-rows')
}

async function hasRows(sheet: Sheet): Promise<boolean> {
  for await (const batch of sheet.rows()) {
    if (Iterator.from(batch).some(() => true)) return true
  }
  return false
}
