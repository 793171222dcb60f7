import { escapeIdentifier } from 'pg'
import type { TableColumns } from './table-columns.ts'

/** The statement that reads a table's rows as text. */
export function copyOut(table: TableColumns): string {
  return `copy ${named(table)} to stdout`
}

/** The statement that fills a table with such rows. */
export function copyIn(table: TableColumns): string {
  return `copy ${named(table)} from stdin`
}

function named({ name, columns }: TableColumns): string {
  return `${escapeIdentifier(name)} (${columns.map(escapeIdentifier).join(', ')})`
}
