import type { MappingChoice } from '../../src/domain/mapping.ts'
import type { SourceLimits } from '../../src/domain/source-limits.ts'
import type { SourceNoticeCode } from '../../src/domain/source-notice.ts'
import type { SourceOptions } from '../../src/domain/table.ts'

/** Cases of one kind: a test runs each, and `docs/files.md` shows each. */
export interface FileCases {
  /** A heading, such as *Encodings*. */
  readonly title: string
  /** A sentence or two before the list; Markdown. */
  readonly introduction: string
  readonly cases: readonly FileCase[]
}

/** Something that a person brings, and what must come of it. */
export interface FileCase {
  /** What is understood (or refused), as an entry of a list: *Semicolons, as German Excel writes them*. */
  readonly title: string
  readonly source: CaseSource
  /** How the person wants it to be read; all is found by looking unless given. `limits`: other than the usual ones. */
  readonly options?: SourceOptions & {
    readonly mapping?: MappingChoice
    readonly limits?: Partial<SourceLimits>
    /** Of a report, the rows that are done as well. */
    readonly allRows?: boolean
  }
  /** A text that was brought for the same operation and verified before: the source is its report. */
  readonly earlier?: string
  /** The operation that it is brought for; `invite-users` unless given. */
  readonly operation?: string
  readonly expected: ReadResult | Refusal
}

/**
 * `text`: a file with this text in UTF-8, or in `encoding`; `pasted`: the same, entered as text; `bytes`: a
 * file, made when it is asked for, with what it is in words, since the page cannot show it.
 */
export type CaseSource =
  | { readonly text: string; readonly encoding?: string }
  | { readonly pasted: string }
  | { readonly bytes: () => Promise<Uint8Array> | Uint8Array; readonly shown: string }

/** What is read. Only what is said is compared. */
export interface ReadResult {
  /** What was recognised. */
  readonly source?: Readonly<
    Partial<
      Record<'format' | 'encoding' | 'delimiter' | 'sheet', string> & { readonly firstLine: number }
    >
  >
  readonly notices?: readonly SourceNoticeCode[]
  /** The title of each field’s column. */
  readonly mapping?: Readonly<Record<string, string>>
  /**
   * Each row as the operation sees it: the values of its fields in positional order as text (`room 1, room 2`,
   * `True`), or, for a row with problems, the code of each, such as `! unknown-role (Participant)` with the suggestion.
   */
  readonly rows: readonly (readonly string[])[]
}

/** The sentence (English, and nothing else) with which the whole source is refused. */
export interface Refusal {
  readonly refused: string
}
