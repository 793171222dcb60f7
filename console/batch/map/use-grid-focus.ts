import type { Dispatch } from 'react'
import type { Place } from './grid-place.ts'
import type { RowPages } from './use-row-pages.ts'

/** The one cell that Tab leads to, and the row that it follows; undefined: the row has not come yet. */
export interface FocusPlace {
  readonly place: Place
  readonly row: number | undefined
}

/**
 * Remembers the cell with the focus. It goes with its row when rows before it come or go; when its row is gone, it
 * stays where the row was: there stands the next one.
 */
export function useGridFocus(
  pages: RowPages,
  { place, row }: FocusPlace,
  setFocus: Dispatch<FocusPlace>,
): {
  readonly place: Place
  readonly moveTo: (place: Place) => void
} {
  const here = pages.rowAt(place.row)?.row
  if (here !== undefined && here !== row) {
    const elsewhere = row === undefined ? undefined : pages.indexOf(row)
    setFocus(
      elsewhere === undefined ? { place, row: here } : { place: { ...place, row: elsewhere }, row },
    )
  }
  return { place, moveTo: (to) => setFocus({ place: to, row: pages.rowAt(to.row)?.row }) }
}
