import { CompiledQuery } from 'kysely'
import { CopiedRows } from './pool-that-copies.ts'
import type { Tx } from './schema.ts'

/** A value of a row, as text; JSON and dates are written by the caller, once for all rows where they are the same. */
export type Copied = string | number | null

/**
 * Adds rows by COPY, the cheapest way into a table. Only for rows that must be new: one that is there already makes the
 * transaction fail.
 * @param columns the table and its columns, as SQL: `users (company_id, id)`; never anything that was brought
 * @throws an error with SQLSTATE 23505 or 23503, as an insert does
 */
export async function copyInto(
  tx: Tx,
  columns: string,
  rows: readonly (readonly Copied[])[],
): Promise<void> {
  if (rows.length === 0) return
  const copied = new CopiedRows(copyText(rows))
  await tx.executeQuery(CompiledQuery.raw(`copy ${columns} from stdin`, [copied]))
}

/** Rows in the text format of COPY. */
export function copyText(rows: readonly (readonly Copied[])[]): string {
  let text = ''
  for (const row of rows) {
    let separator = ''
    for (const value of row) {
      text += separator + written(value)
      separator = '\t'
    }
    text += '\n'
  }
  return text
}

function written(value: Copied): string | number {
  if (value === null) return String.raw`\N`
  return typeof value === 'string' && special.test(value) ? escaped(value) : value
}

const special = /[\\\t\n\r]/

function escaped(value: string): string {
  return value.replaceAll(/[\\\t\n\r]/g, (character) => escapes[character] ?? character)
}

const escapes: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  '\t': String.raw`\t`,
  '\n': String.raw`\n`,
  '\r': String.raw`\r`,
}
