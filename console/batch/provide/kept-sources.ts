import type { Source } from '../../api/upload.ts'

/** A source that was sent, and how a person wants it to be read; what is not said is found by looking. */
export interface KeptSource {
  readonly source: Source
  readonly choices: ReadingChoices
}

export interface ReadingChoices {
  readonly encoding?: string
  readonly delimiter?: string
  readonly sheet?: string
  readonly header?: boolean
  /** The line of the header, or of the first row. */
  readonly firstLine?: number
  /** Of a report, the rows that are done as well. */
  readonly allRows?: boolean
}

/**
 * The sources of the batches that were made on this page, by batch: the server keeps their rows but not
 * the files, and reading a file in another way takes the file. A reload forgets them.
 */
export const keptSources = new Map<string, KeptSource>()
