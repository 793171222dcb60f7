import type { FieldName } from '../../../src/domain/field.ts'

/** The cell that is being written in. */
export interface OpenCell {
  readonly row: number
  readonly field: FieldName
  /** What it begins with instead of what it says: the first key was typed already. */
  readonly text?: string | undefined
}
