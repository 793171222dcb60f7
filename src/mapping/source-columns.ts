import { fields } from '../domain/fields.ts'
import type { FieldName } from '../domain/field.ts'
import type { Column } from '../domain/mapping.ts'
import type { SourceRow } from '../domain/table.ts'
import { cleanCell } from './clean-cell.ts'
import { understandHeader } from './understand-header.ts'

/**
 * The columns by their header; a title that is missing is generated.
 * A secret column is one whose title speaks of passwords.
 */
export function titledColumns(header: SourceRow): readonly Column[] {
  const titles = header.cells.map(titleOf)
  return titles.map((title, index) => ({
    index,
    title: title === '' ? unused(`Column ${index + 1}`, titles) : title,
    secret: understandHeader(title).kind === 'secret',
  }))
}

/**
 * The columns of a source without a header, as many as its widest record has. What looks like a header that
 * a person overruled still tells which columns hold passwords.
 */
export function untitledColumns(
  rows: readonly SourceRow[],
  overruled: SourceRow | undefined,
): readonly Column[] {
  const width = rows.reduce((widest, { cells }) => Math.max(widest, cells.length), 0)
  return Array.from({ length: width }, (_, index) => ({
    index,
    title: `Column ${index + 1}`,
    secret: understandHeader(titleOf(overruled?.cells[index] ?? '')).kind === 'secret',
  }))
}

/** The same columns, those that fill a field bearing its English label. */
export function labelledColumns(
  columns: readonly Column[],
  mapped: Readonly<Partial<Record<FieldName, number>>>,
  order: readonly FieldName[],
): readonly Column[] {
  return columns.map((column) => {
    const field = order.find((field) => mapped[field] === column.index)
    return field === undefined ? column : { ...column, title: fields[field].label.en }
  })
}

// A title is shown and stored: control characters, as of a line break in the cell, have no place in it.
function titleOf(cell: string): string {
  return cleanCell(cell.toWellFormed().replace(/\p{Cc}+/gu, ' '))
}

function unused(title: string, titles: readonly string[]): string {
  let free = title
  for (let number = 2; titles.includes(free); number++) free = `${title} (${number})`
  return free
}
