/** What is worth knowing about how a source was read, although it could be read. The code is a contract. */
export const sourceNoticeCodes = [
  'lines-above',
  'example-rows',
  'hidden-rows',
  'hidden-columns',
  'hidden-sheet',
  'merged-cells',
  'formulas-without-value',
  'macros',
  'mail-addresses',
  'lines-without-address',
  'doubtful-encoding',
  'damaged-letters',
  'rows-done',
  'rows-contradicting',
] as const

export type SourceNoticeCode = (typeof sourceNoticeCodes)[number]

/** What the sentence about each notice can name. */
export interface SourceNoticeParticulars {
  /** Titles, comments or a template's version above the header, which are no rows. `first`: how they begin. */
  'lines-above': { readonly count: number; readonly first: string }
  /** Rows that came with a template of somebody else. `line`: of the first. */
  'example-rows': { readonly count: number; readonly line: number }
  'hidden-rows': { readonly count: number }
  'hidden-columns': { readonly count: number }
  'hidden-sheet': { readonly sheet: string }
  /** Cells that lie under a merged one and were given its text. `line`: of the first. */
  'merged-cells': { readonly count: number; readonly line: number }
  /** Cells whose formula no program has calculated yet: they are empty. `line`: of the first. */
  'formulas-without-value': { readonly count: number; readonly line: number }
  macros: Nothing
  'mail-addresses': Nothing
  /** In a list of addresses, what belongs to the mail: `To:`, its subject. `line`: of the first. */
  'lines-without-address': {
    readonly count: number
    readonly line: number
    readonly first: string
  }
  /** `suggestion`: the encoding in which the text makes more sense. `line`: of the first odd word, `value`. */
  'doubtful-encoding': {
    readonly encoding: string
    readonly suggestion: string
    readonly line: number
    readonly value: string
  }
  /** Saved once in the wrong encoding, in whatever encoding it is now. `line`: of the first such word, `value`. */
  'damaged-letters': { readonly line: number; readonly value: string; readonly meant: string }
  /** The source is a report of an earlier batch: rows that were done were not taken. `since`: ISO 8601. */
  'rows-done': { readonly count: number; readonly since: string }
  /** Of those that were taken, the ones that had contradicted an earlier row. `line`: of the first. */
  'rows-contradicting': { readonly count: number; readonly line: number }
}

export interface SourceNotice {
  readonly code: SourceNoticeCode
  readonly particulars: Readonly<Record<string, string | number>>
}

export function sourceNotice<Code extends SourceNoticeCode>(
  code: Code,
  ...particulars: Nothing extends SourceNoticeParticulars[Code]
    ? []
    : [SourceNoticeParticulars[Code]]
): SourceNotice {
  return { code, particulars: { ...particulars[0] } }
}

type Nothing = Readonly<Record<string, never>>
