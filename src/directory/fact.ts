import type { Tx } from './schema.ts'

/** Who asks the directory, and in which transaction. One value for a whole verification or chunk. */
export interface Ask {
  readonly tx: Tx
  readonly companyId: string
}

/**
 * A question to the directory: one set-based query for all rows of a chunk, answered row by row.
 * `Row` is what a row must have for the question to be asked.
 */
export type Fact<Row, Answer> = (ask: Ask, rows: readonly Row[]) => Promise<(row: Row) => Answer>
