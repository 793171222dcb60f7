import type { Batch, Row } from '../../../src/http/contract/batch.ts'

/** Where a row stands, as the grid shows it. */
export type RowStanding = NonNullable<Row['state']> | 'left-out' | 'unknown'

export function rowStanding({ leftOut, state }: Row): RowStanding {
  return leftOut ? 'left-out' : (state ?? 'unknown')
}

/** Can cells, columns and rows still be changed? */
export function isEditable({ state }: Batch): boolean {
  return state === 'draft' || state === 'verified'
}
