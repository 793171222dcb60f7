/** A cell of the grid. */
export interface Place {
  /** Counted from 0; -1 is the header. */
  readonly row: number
  /** Counted from 0. */
  readonly column: number
}

export interface Extent {
  readonly rows: number
  readonly columns: number
  /** How many rows are seen at once. */
  readonly pageRows: number
}

/** Where a key leads, as in every spreadsheet; null: the key does not move. */
export function placeAfter(
  { key, ctrlKey }: { readonly key: string; readonly ctrlKey: boolean },
  { row, column }: Place,
  { rows, columns, pageRows }: Extent,
): Place | null {
  const to = (place: Partial<Place>): Place => ({
    row: Math.min(Math.max(place.row ?? row, -1), rows - 1),
    column: Math.min(Math.max(place.column ?? column, 0), columns - 1),
  })
  switch (key) {
    case 'ArrowUp':
      return to({ row: ctrlKey ? 0 : row - 1 })
    case 'ArrowDown':
      return to({ row: ctrlKey ? rows - 1 : row + 1 })
    case 'ArrowLeft':
      return to({ column: ctrlKey ? 0 : column - 1 })
    case 'ArrowRight':
      return to({ column: ctrlKey ? columns - 1 : column + 1 })
    case 'Home':
      return to({ column: 0, ...(ctrlKey && { row: 0 }) })
    case 'End':
      return to({ column: columns - 1, ...(ctrlKey && { row: rows - 1 }) })
    case 'PageUp':
      return to({ row: Math.max(row - pageRows, 0) })
    case 'PageDown':
      return to({ row: row + pageRows })
    default:
      return null
  }
}
