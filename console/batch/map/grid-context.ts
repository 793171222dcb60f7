import { createContext, use } from 'react'
import type { FieldName } from '../../../src/domain/field.ts'
import type { Batch, Row } from '../../../src/http/contract/batch.ts'
import type { Words } from './changes-in-words.ts'
import type { Unsaved } from './use-row-acts.ts'

/** What the cells of the grid have in common. */
export interface Grid {
  readonly batch: Batch
  /** Asked for once: hundreds of cells that listen for another language make scrolling heavy. */
  readonly words: Words
  readonly isEditable: boolean
  readonly isPlanned: boolean
  /** What was typed into a cell and could not be saved. */
  readonly unsavedIn: (row: number, field: FieldName) => Unsaved | undefined
  readonly save: (row: Row, field: FieldName, text: string) => void
  readonly leaveOut: (row: Row, leftOut: boolean) => void
  readonly choose: (field: FieldName, column: string) => void
  /** Splits the full names of this column; null: those of none. */
  readonly split: (column: string | null) => void
  readonly removeColumn: (number: number) => void
  /** Closes the cell that is open. */
  readonly close: () => void
}

export const GridContext = createContext<Grid | null>(null)

/** The grid around this cell. */
export function useGrid(): Grid {
  const grid = use(GridContext)
  if (grid === null) throw new Error('There is no grid around this cell.')
  return grid
}
