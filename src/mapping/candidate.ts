import type { FieldName } from '../domain/field.ts'
import type { MappingReason } from '../domain/mapping.ts'
import type { ColumnContent } from './column-content.ts'
import type { HeaderMeaning } from './understand-header.ts'

/** A column that a guess may use, with what is known about it. */
export interface Candidate {
  readonly index: number
  readonly title: string
  /** Without a header every title is a placeholder. */
  readonly meaning: HeaderMeaning
  readonly content: ColumnContent
}

/** The column that a field was given, and why. */
export interface Assigned {
  readonly column: number
  readonly reason: MappingReason
}

/** Where the guessing stands: the fields still open, the columns still free. */
export interface Standing {
  /** All fields of the operation, in their positional order. */
  readonly fields: readonly FieldName[]
  readonly open: readonly FieldName[]
  readonly columns: readonly Candidate[]
  readonly free: readonly Candidate[]
  readonly assigned: ReadonlyMap<FieldName, Assigned>
}
