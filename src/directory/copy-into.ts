import { CompiledQuery } from 'kysely'
import { CopiedRows } from './pool-that-copies.ts'
import type { Tx } from './schema.ts'

/** A value of a row, as text; dates and JSON are written by the caller. */
export type Copied = string | number | null

/** Rows for one table. Names of tables and columns are ours, never anything that was brought. */
export interface Copy {
  readonly table: string
  /** Columns that are the same in all rows, with their values. */
  readonly same: Readonly<Record<string, Copied>>
  /** The other columns, in the order of each row's values. */
  readonly columns: readonly string[]
  readonly rows: readonly (readonly Copied[])[]
}

/**
 * Adds rows by COPY, the cheapest way into a table. Only for rows that must be new: one that is there already makes the
 * transaction fail.
 * @throws an error with SQLSTATE 23505 or 23503, as an insert does
 */
export async function copyInto(tx: Tx, copy: Copy): Promise<void> {
  if (copy.rows.length === 0) return
  const columns = [...Object.keys(copy.same), ...copy.columns].join(', ')
  const statement = `copy ${copy.table} (${columns}) from stdin`
  await tx.executeQuery(CompiledQuery.raw(statement, [new CopiedRows(copyText(copy))]))
}

/** Rows in the text format of COPY. */
export function copyText({ same, rows }: Pick<Copy, 'same' | 'rows'>): string {
  // What is the same in thousands of rows is written once. Of the ways to put texts together, this was the cheapest.
  const head = Object.values(same)
    .map((value) => `${written(value)}\t`)
    .join('')
  let text = ''
  for (const row of rows) {
    text += head
    let separator = ''
    for (const value of row) {
      text += separator + written(value)
      separator = '\t'
    }
    text += '\n'
  }
  return text
}

function written(value: Copied): string {
  if (value === null) return String.raw`\N`
  if (typeof value === 'number') return String(value)
  return special.test(value)
    ? value.replaceAll(everySpecial, (character) => `\\${letters[character]}`)
    : value
}

const special = /[\\\t\n\r]/
const everySpecial = /[\\\t\n\r]/g
const letters: Readonly<Record<string, string>> = { '\\': '\\', '\t': 't', '\n': 'n', '\r': 'r' }
