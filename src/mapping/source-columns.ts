import { fields } from '../domain/fields.ts'
import type { FieldName } from '../domain/field.ts'
import type { Column } from '../domain/mapping.ts'
import type { SourceRow } from '../domain/table.ts'
import { cleanCell } from './clean-cell.ts'
import { understandHeader } from './understand-header.ts'

/**
 * The columns by their header; a title that is missing is generated, but columns at the end with neither a title nor
 * anything in the rows are none: spreadsheets leave them behind.
 * A secret column is one whose title speaks of passwords.
 */
export function titledColumns(header: SourceRow, rows: readonly SourceRow[]): readonly Column[] {
  const named = header.cells.findLastIndex((cell) => titleOf(cell) !== '') + 1
  const width = Math.min(header.cells.length, Math.max(named, filledWidth(rows)))
  const titles = header.cells.slice(0, width).map(titleOf)
  return titles.map((title, index) => ({
    index,
    title: title === '' ? unusedTitle(`Column ${index + 1}`, titles) : title,
    secret: understandHeader(title).kind === 'secret',
  }))
}

/**
 * The columns of a source without a header: as many as most records have. One record with more has too many
 * cells (a name with a comma that nobody quoted); if it made the table wider, its cells would stand in the
 * wrong columns and nobody would be told.
 *
 * @param atLeast so many are columns wherever a record has them
 * @param overruled what looks like a header, and a person said that it is none: it still tells which columns
 * hold passwords
 * @param width so many columns there are, whatever the records have
 */
export function untitledColumns(
  rows: readonly SourceRow[],
  {
    atLeast,
    overruled,
    width = guessedWidth(rows, atLeast),
  }: {
    readonly atLeast: number
    readonly overruled: SourceRow | undefined
    readonly width?: number | undefined
  },
): readonly Column[] {
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

/** As many as most records have; fewer where the last ones are empty throughout, and not expected. */
function guessedWidth(rows: readonly SourceRow[], atLeast: number): number {
  const expected = Math.min(atLeast, widest(rows))
  const usual = Math.min(usualWidth(rows), filledWidth(rows))
  return Math.max(usual, expected)
}

/** The number of cells that most records have; of two that are as frequent, the smaller. */
function usualWidth(rows: readonly SourceRow[]): number {
  const frequency = new Map<number, number>()
  for (const { cells } of rows) {
    frequency.set(cells.length, (frequency.get(cells.length) ?? 0) + 1)
  }
  const [usual] = [...frequency].toSorted(
    ([width, times], [otherWidth, otherTimes]) => otherTimes - times || width - otherWidth,
  )
  return usual?.[0] ?? 0
}

function widest(rows: readonly SourceRow[]): number {
  return rows.reduce((most, { cells }) => Math.max(most, cells.length), 0)
}

/** Up to the last cell that any record has something in. */
function filledWidth(rows: readonly SourceRow[]): number {
  return rows.reduce((most, { cells }) => {
    let width = cells.length
    while (width > most && cleanCell(cells[width - 1] ?? '') === '') width--
    return Math.max(most, width)
  }, 0)
}

// A title is shown and stored: control characters, as of a line break in the cell, have no place in it.
function titleOf(cell: string): string {
  return cleanCell(cell.toWellFormed().replace(/\p{Cc}+/gu, ' '))
}

/** The title, or where another column bears it already, the title with a number. */
export function unusedTitle(title: string, titles: readonly string[]): string {
  let free = title
  for (let number = 2; titles.includes(free); number++) free = `${title} (${number})`
  return free
}
