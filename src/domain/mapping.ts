import type { FieldName } from './field.ts'

/** How a field came by its column: chosen by a person, or guessed, and by what. */
export const mappingReasons = [
  'chosen',
  'name',
  'similar-name',
  'content',
  'position',
  'split',
] as const

export type MappingReason = (typeof mappingReasons)[number]

/** A column of the source. */
export interface Column {
  /** Counted from 0. */
  readonly index: number
  /** Its header, or a generated English name where the source has none. */
  readonly title: string
  /** It looks like passwords: its cells were not stored at all. */
  readonly secret: boolean
  /** Not in the source: one half of the names in the column `fullName` of the mapping. */
  readonly half?: NameHalf
}

/** Which half of a full name. */
export type NameHalf = 'firstName' | 'lastName'

/** Which column fills which field. Columns that no field names are left out, visibly. */
export interface Mapping {
  /** Is the first record a header? */
  readonly header: boolean
  readonly columns: readonly Column[]
  /** Column indexes. A required field without one is a problem before verification. */
  readonly fields: Readonly<Partial<Record<FieldName, number>>>
  readonly reasons: Readonly<Partial<Record<FieldName, MappingReason>>>
  /** The index of the column whose full names are split: the last two columns are their halves. */
  readonly fullName?: number
  /** A person had a say in it, and so it is worth remembering. */
  readonly madeByPerson?: true
}

/** What a person chose; `column` is a header's text, or `#1` for the first column. */
export interface MappingChoice {
  readonly header?: boolean | undefined
  readonly fields?: Readonly<Partial<Record<FieldName, string>>> | undefined
  /** Columns that no guess may use. */
  readonly ignore?: readonly string[] | undefined
  /** The column whose full names are split into first and last name; null: none is. */
  readonly fullName?: string | null | undefined
}

/** A choice that cannot be followed. */
export class MappingError extends Error {
  override readonly name = 'MappingError'
  readonly code: 'unknown-column' | 'column-chosen-twice'
  readonly details: Readonly<Record<string, string | number>>

  constructor(
    code: 'unknown-column' | 'column-chosen-twice',
    details: Readonly<Record<string, string | number>>,
  ) {
    super(code)
    this.code = code
    this.details = details
  }
}
