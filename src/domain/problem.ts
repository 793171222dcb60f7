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
] as const

export type NoticeCode = (typeof noticeCodes)[number]

/** The particulars that a sentence names: the value that was found, a line, a limit. */
export type Particulars = Readonly<Record<string, string | number>>

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
export function problem(
  code: ProblemCode,
  field: FieldName | null,
  { suggestion, ...particulars }: Particulars & { readonly suggestion?: string } = {},
): Problem {
  return suggestion === undefined
    ? { code, field, particulars }
    : { code, field, suggestion, particulars }
}

export function notice(code: NoticeCode, particulars: Particulars = {}): Notice {
  return { code, particulars }
}
