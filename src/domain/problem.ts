import type { FieldName } from './field.ts'

/** Why a row cannot be executed. The code is a contract; the sentence comes from `describeProblem`. */
export const problemCodes = [
  'missing-value',
  'too-many-cells',
  'invalid-email',
  'invalid-value',
  'too-long',
  'unknown-user',
  'unknown-room',
  'unknown-role',
  'unknown-boolean',
  'contradicts-line',
  'cannot-delete-yourself',
  'directory-changed',
] as const

export type ProblemCode = (typeof problemCodes)[number]

/** What is worth knowing about a row that can be executed, or needs no execution. */
export const noticeCodes = [
  'same-as-line',
  'name-differs',
  'already-invited',
  'already-active',
  'already-mailed',
  'already-so',
  'also-a-user',
  'name-split',
  'left-out',
] as const

export type NoticeCode = (typeof noticeCodes)[number]

/** The particulars that a sentence names: the value that was found, a line, a limit. */
export type Particulars = Readonly<Record<string, string | number>>

/** What the sentence about each problem can name. A `value` is what the cell said, made fit to be shown. */
export interface ProblemParticulars {
  'missing-value': Nothing
  'too-many-cells': { readonly cells: number; readonly columns: number }
  'invalid-email': { readonly value: string }
  'invalid-value': { readonly value: string }
  /** Characters. */
  'too-long': { readonly limit: number; readonly length: number }
  'unknown-user': { readonly value: string }
  /** `value`: the names that no room bears; `cell`: the cell, where it names others beside them. */
  'unknown-room': { readonly value: string; readonly cell?: string }
  'unknown-role': { readonly value: string }
  'unknown-boolean': { readonly value: string }
  /** `line`: the earlier row; `value` and `earlier`: what this row says, and what that one said. */
  'contradicts-line': { readonly line: number; readonly value: string; readonly earlier: string }
  'cannot-delete-yourself': Nothing
  'directory-changed': { readonly reason: DirectoryChange }
}

/** What the sentence about each notice can name. */
export interface NoticeParticulars {
  'same-as-line': { readonly line: number }
  /** `directory`: the name that stays; `value`: the one in the row. */
  'name-differs': { readonly directory: string; readonly value: string }
  /** ISO 8601; the day is shown. */
  'already-invited': { readonly since: string }
  'already-active': Nothing
  /** ISO 8601; the day is shown. */
  'already-mailed': { readonly since: string }
  'already-so': Nothing
  'also-a-user': Nothing
  /** `value`: what stands behind the place where a full name was split. */
  'name-split': { readonly value: string }
  'left-out': Nothing
}

/** What became of a row that was ready when it was verified. */
export const directoryChanges = ['user-gone', 'room-gone', 'otherwise', 'not-applied'] as const

export type DirectoryChange = (typeof directoryChanges)[number]

type Nothing = Readonly<Record<string, never>>

export interface Problem {
  readonly code: ProblemCode
  readonly field: FieldName | null
  /** The cell that would be right, where one candidate is clearly nearest. */
  readonly suggestion?: string
  readonly particulars: Particulars
}

export interface Notice {
  readonly code: NoticeCode
  readonly particulars: Particulars
}

/** A problem with its particulars; `suggestion` stands apart because a person accepts it with one click. */
export function problem<Code extends ProblemCode>(
  code: Code,
  field: FieldName | null,
  ...particulars: Given<ProblemParticulars[Code] & Suggestion>
): Problem
export function problem(
  code: ProblemCode,
  field: FieldName | null,
  { suggestion, ...particulars }: Particulars & Suggestion = {},
): Problem {
  return suggestion === undefined
    ? { code, field, particulars }
    : { code, field, suggestion, particulars }
}

export function notice<Code extends NoticeCode>(
  code: Code,
  ...particulars: Given<NoticeParticulars[Code]>
): Notice
export function notice(code: NoticeCode, particulars: Particulars = {}): Notice {
  return { code, particulars }
}

interface Suggestion {
  readonly suggestion?: string | undefined
}

/** Particulars may be left out only where the sentence names none. */
type Given<Named> = Nothing extends Named ? [particulars?: Named] : [particulars: Named]
