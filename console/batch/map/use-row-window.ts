import { useVirtualizer } from '@tanstack/react-virtual'
import { useCallback, useLayoutEffect, type RefObject } from 'react'
import { bodyHeight, rowsToDraw, scrollTopToSee, topOf, type Geometry } from './row-geometry.ts'

/** The rows that are drawn, and where. */
export interface RowWindow {
  readonly indexes: readonly number[]
  /** Pixels, of all rows together. */
  readonly height: number
  readonly top: (index: number) => number
  /** Scrolls until the row is wholly seen. */
  readonly reveal: (index: number) => void
  /** How many rows are seen at once. */
  readonly pageRows: number
}

/** Draws only what is seen of any number of rows. `kept`: a row that is drawn wherever it is; -1: none. */
export function useRowWindow(
  frame: RefObject<HTMLDivElement | null>,
  {
    rows,
    rowHeight,
    headerHeight,
    kept,
  }: {
    readonly rows: number
    readonly rowHeight: number
    readonly headerHeight: number
    readonly kept: number
  },
): RowWindow {
  const geometryIn = useCallback(
    (height: number): Geometry => ({
      rows,
      rowHeight,
      viewport: Math.max(height - headerHeight, rowHeight),
    }),
    [rows, rowHeight, headerHeight],
  )
  // All rows share the height that a page can have; the virtualizer counts in what is left for each.
  const size = rows === 0 ? rowHeight : bodyHeight(geometryIn(0)) / rows
  const virtualizer = useVirtualizer<HTMLDivElement, HTMLDivElement>({
    count: rows,
    getScrollElement: () => frame.current,
    estimateSize: () => size,
    rangeExtractor: () => rowsToDraw(scrollTop(), geometry(), { beyond: 4, kept }),
  })
  function scrollTop(): number {
    return virtualizer.scrollOffset ?? 0
  }
  function geometry(): Geometry {
    return geometryIn(virtualizer.scrollRect?.height ?? 0)
  }
  useLayoutEffect(() => virtualizer.measure(), [virtualizer, size])

  const reveal = useCallback(
    (index: number) => {
      const element = frame.current
      if (element === null) return
      const target = scrollTopToSee(index, element.scrollTop, geometryIn(element.clientHeight))
      if (target !== null) element.scrollTop = target
    },
    [frame, geometryIn],
  )
  const drawn = geometry()
  return {
    indexes: virtualizer.getVirtualItems().map(({ index }) => index),
    height: bodyHeight(drawn),
    top: (index) => topOf(index, scrollTop(), drawn),
    reveal,
    pageRows: Math.max(Math.floor(drawn.viewport / rowHeight), 1),
  }
}
