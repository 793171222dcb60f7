import type { FieldKind, FieldName } from '../../../src/domain/field.ts'
import type { MappingReason, NameHalf } from '../../../src/domain/mapping.ts'
import type { Batch } from '../../../src/http/contract/batch.ts'
import type { OperationDescription } from '../../../src/http/contract/operation.ts'

/** A column of the source, as the batch names it. */
export interface SourceColumn {
  /** Counted from 1, as the address names removed columns. */
  readonly number: number
  /** How to name it in a mapping: its header, or `#1`. */
  readonly column: string
  readonly title: string
  readonly reason: MappingReason | null
  /** It looks like passwords: its cells were not stored. */
  readonly secret: boolean
  /** Not in the source: this half of full names that are split. */
  readonly half: NameHalf | null
}

export interface FieldColumn {
  readonly kind: 'field'
  readonly field: FieldName
  readonly label: string
  readonly cells: FieldKind
  /** The words that its cells may say, where they are few. */
  readonly values: readonly string[] | null
  /** Null: none was chosen yet. */
  readonly source: SourceColumn | null
}

export interface UnusedColumn {
  readonly kind: 'unused'
  readonly source: SourceColumn
}

/** A column of the grid: where a row stands, the operation's fields, the rest of the source, and what comes of it. */
export type GridColumn = { readonly id: string; readonly size: number } & (
  | { readonly kind: 'state' | 'outcome' | 'leave-out' }
  | FieldColumn
  | UnusedColumn
)

/**
 * The columns of the grid in their order.
 * @param what.isPlanned rows have been verified: there is an outcome to show
 * @param what.isEditable rows can still be left out
 */
export function gridColumns(
  batch: Batch,
  operation: OperationDescription,
  what: {
    readonly language: 'en' | 'de'
    readonly isPlanned: boolean
    readonly isEditable: boolean
  },
): readonly GridColumn[] {
  const sources = batch.columns.map((column, index) => ({ ...column, number: index + 1 }))
  const fields = operation.fields.map(({ field, label, kind, values }): GridColumn => ({
    id: field,
    size: sizes[kind],
    kind: 'field',
    field,
    label: label[what.language],
    cells: kind,
    values,
    source: sources.find((source) => source.field === field) ?? null,
  }))
  const unused = sources
    .filter(({ field }) => field === null)
    .map((source): GridColumn => ({
      id: unusedId(source.number),
      size: 150,
      kind: 'unused',
      source,
    }))
  return [
    { id: 'state', size: 128, kind: 'state' },
    ...fields,
    ...unused,
    ...(what.isPlanned ? [{ id: 'outcome', size: 0, kind: 'outcome' } as const] : []),
    ...(what.isEditable ? [{ id: 'leave-out', size: 48, kind: 'leave-out' } as const] : []),
  ]
}

/** The id of the column of the grid that shows an unused column of the source. */
export const unusedId = (number: number): string => `unused-${number}`

/** Pixels; wider where there is room. */
const sizes: Readonly<Record<FieldKind, number>> = {
  email: 210,
  text: 136,
  rooms: 170,
  role: 130,
  boolean: 120,
}
