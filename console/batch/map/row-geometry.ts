/** How rows of one height stand in a frame that scrolls. */
export interface Geometry {
  readonly rows: number
  /** Pixels, as all lengths here. */
  readonly rowHeight: number
  /** What the frame shows of the rows at once. */
  readonly viewport: number
}

/**
 * The height of what is scrolled. Beyond some 17.8 million pixels Firefox draws nothing (Chrome: 33.5), so more
 * rows than that share the height: what is scrolled then moves faster than the hand.
 */
export function bodyHeight({ rows, rowHeight }: Geometry): number {
  return Math.min(rows * rowHeight, tallest)
}

/** Which row stands at the top of the frame when it is scrolled so far; a fraction where it is cut. */
export function firstRowAt(scrollTop: number, geometry: Geometry): number {
  const { rows, rowHeight, viewport } = geometry
  const reach = bodyHeight(geometry) - viewport
  if (reach <= 0) return 0
  return (Math.min(Math.max(scrollTop, 0), reach) / reach) * (rows - viewport / rowHeight)
}

/** How far the frame must be scrolled so that this row stands at its top. */
export function scrollTopOf(firstRow: number, geometry: Geometry): number {
  const { rows, rowHeight, viewport } = geometry
  const last = rows - viewport / rowHeight
  if (last <= 0) return 0
  return (Math.min(Math.max(firstRow, 0), last) / last) * (bodyHeight(geometry) - viewport)
}

/** Where a row is drawn, from the top of what is scrolled. */
export function topOf(row: number, scrollTop: number, geometry: Geometry): number {
  const { rows, rowHeight } = geometry
  if (rows * rowHeight <= tallest) return row * rowHeight
  const top = scrollTop + (row - firstRowAt(scrollTop, geometry)) * rowHeight
  // A row far outside is drawn only because it has the focus; it must not make the page higher.
  return Math.min(Math.max(top, 0), tallest - rowHeight)
}

/** How far to scroll so that a row is wholly seen; null: it is. */
export function scrollTopToSee(row: number, scrollTop: number, geometry: Geometry): number | null {
  const { rowHeight, viewport } = geometry
  const first = firstRowAt(scrollTop, geometry)
  if (row < first) return scrollTopOf(row, geometry)
  const lastFirst = row + 1 - viewport / rowHeight
  return lastFirst > first ? scrollTopOf(lastFirst, geometry) : null
}

/** The rows to draw: those in view, some beyond them, and the one that must stay (it has the focus). */
export function rowsToDraw(
  scrollTop: number,
  geometry: Geometry,
  { beyond, kept }: { readonly beyond: number; readonly kept: number },
): number[] {
  const { rows, rowHeight, viewport } = geometry
  const first = firstRowAt(scrollTop, geometry)
  const start = Math.max(Math.floor(first) - beyond, 0)
  const end = Math.min(Math.ceil(first + viewport / rowHeight) + beyond, rows)
  const drawn = Array.from({ length: Math.max(end - start, 0) }, (_, at) => start + at)
  if (kept < 0 || kept >= rows) return drawn
  if (kept < start) return [kept, ...drawn]
  return kept >= end ? [...drawn, kept] : drawn
}

const tallest = 15_000_000
