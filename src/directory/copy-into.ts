import { CompiledQuery } from 'kysely'
import { CopiedRows } from './pool-that-copies.ts'
import type { Tx } from './schema.ts'

/** A value of a row, as text; dates and JSON are written by the caller. */
export type Copied = string | number | null

/** Rows for one table. Names of tables and columns are ours, never anything that was brought. */
export interface Copy<Item> {
  readonly table: string
  /** Columns that are the same in all rows, with their values. */
  readonly same: Readonly<Record<string, Copied>>
  /** The other columns. */
  readonly columns: readonly string[]
  /** What becomes a row each. */
  readonly items: readonly Item[]
  /** The values of a row, in the order of the columns. */
  readonly row: (item: Item, index: number) => readonly Copied[]
}

/**
 * Adds rows by COPY, the cheapest way into a table, and lets others through meanwhile. Only for rows that must be new: one
 * that is there already makes the transaction fail.
 * @throws an error with SQLSTATE 23505 or 23503, as an insert does
 */
export async function copyInto<Item>(tx: Tx, copy: Copy<Item>): Promise<void> {
  if (copy.items.length === 0) return
  const columns = [...Object.keys(copy.same), ...copy.columns].join(', ')
  const statement = `copy ${copy.table} (${columns}) from stdin`
  await tx.executeQuery(CompiledQuery.raw(statement, [new CopiedRows(copyTexts(copy))]))
}

// A row and its text are gone before the young generation of the heap is next cleaned, as they would not be if all were
// put together first: that took a third of an execution's time in Node.
const charactersAtATime = 16_384

/** Rows in the text format of COPY, in several texts where they are many. */
export function* copyTexts<Item>({
  same,
  items,
  row,
}: Pick<Copy<Item>, 'same' | 'items' | 'row'>): Generator<string> {
  // What is the same in thousands of rows is written once.
  const head = Object.values(same)
    .map((value) => `${written(value)}\t`)
    .join('')
  let text = ''
  for (const [index, item] of items.entries()) {
    text += head
    let separator = ''
    for (const value of row(item, index)) {
      text += separator + written(value)
      separator = '\t'
    }
    text += '\n'
    if (text.length < charactersAtATime) continue
    yield text
    text = ''
  }
  if (text !== '') yield text
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
