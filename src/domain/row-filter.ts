import type { RowState } from './batch.ts'
import type { FieldName } from './field.ts'
import type { ProblemCode } from './problem.ts'

/** Which rows of a batch are meant; all that is said must hold. */
export interface RowFilter {
  readonly states?: readonly RowState[] | undefined
  /** Rows with this problem … */
  readonly problem?: ProblemCode | undefined
  /** … in this field … */
  readonly field?: FieldName | undefined
  /** … whose cell says this, corrections included, what surrounds it aside; only together with `field`. */
  readonly value?: string | undefined
  readonly leftOut?: boolean | undefined
  /** Found in one of the cells, corrections included, case ignored. */
  readonly search?: string | undefined
}
