import { memo } from 'react'
import { GridCell } from './grid-cell.tsx'
import type { GridTableRow } from './grid-table.ts'
import type { OpenCell } from './open-cell.ts'
import { rowStanding } from './row-standing.ts'

interface Props {
  readonly row: GridTableRow
  /** The columns that are shown; other columns, another row. */
  readonly columns: readonly unknown[]
  /** Pixels from the top of all rows. */
  readonly top: number
  /** Counted from 0; -1: the focus is in another row. */
  readonly activeColumn: number
  readonly open: OpenCell | null
}

/** One row of the grid. Drawn again only when something of it has changed: scrolling makes new ones only. */
export const GridRow = memo(function GridRow(props: Props) {
  const { row, top, activeColumn, open } = props
  const { index, row: planned } = row.original
  return (
    <div
      role="row"
      className="roster-grid-row"
      aria-rowindex={index + 2}
      data-standing={planned && rowStanding(planned)}
      data-absent={planned === undefined || undefined}
      // Not a transform: each would be a layer of its own.
      style={{ top }}
    >
      {row.getVisibleCells().map((cell, column) => (
        <GridCell
          key={cell.column.id}
          cell={cell}
          column={column}
          isTabStop={column === activeColumn}
          open={open !== null && cell.column.id === open.field ? open : null}
        />
      ))}
    </div>
  )
}, isSame)

function isSame(before: Props, after: Props): boolean {
  return (
    before.row.original.row === after.row.original.row &&
    before.row.original.index === after.row.original.index &&
    before.columns === after.columns &&
    before.top === after.top &&
    before.activeColumn === after.activeColumn &&
    before.open === after.open
  )
}
