import { useEffect, useRef } from 'react'
import { CellEditor } from './cell-editor.tsx'
import { useGrid } from './grid-context.ts'
import { gridFeatures, type GridTableCell } from './grid-table.ts'
import { FlexRender } from '@tanstack/react-table'
import type { OpenCell } from './open-cell.ts'
import { outcomeId } from './outcome-id.ts'
import { useTabStop } from './use-tab-stop.ts'

/**
 * A cell of a row: what stands in it, or the editor.
 * @param props.column counted from 0 among the columns that are shown
 * @param props.isTabStop it is the cell that Tab leads to
 */
export function GridCell(props: {
  readonly cell: GridTableCell
  readonly column: number
  readonly isTabStop: boolean
  readonly open: OpenCell | null
}) {
  const { cell, column, isTabStop, open } = props
  const { isPlanned, unsavedIn } = useGrid()
  const element = useRef<HTMLDivElement>(null)
  useTabStop(element, isTabStop)
  const isOpen = open !== null
  const wasOpen = useRef(isOpen)
  useEffect(() => {
    // An editor that is gone takes the focus with it, unless that went somewhere else.
    if (wasOpen.current && !isOpen && document.activeElement === document.body) {
      element.current?.focus({ preventScroll: true })
    }
    wasOpen.current = isOpen
  }, [isOpen])

  const { index, row } = cell.row.original
  const { meta } = cell.column.columnDef
  const isWrong =
    row !== undefined &&
    meta?.kind === 'field' &&
    (row.problems.some(({ field }) => field === meta.field) ||
      unsavedIn(row.row, meta.field) !== undefined)
  return (
    <div
      ref={element}
      role="gridcell"
      className="roster-grid-cell"
      data-kind={meta?.kind}
      data-row={index}
      data-column={column}
      aria-colindex={column + 1}
      aria-invalid={isWrong || undefined}
      aria-describedby={isWrong && isPlanned ? outcomeId(row.row) : undefined}
      tabIndex={isTabStop ? 0 : -1}
    >
      {isOpen && row !== undefined && meta?.kind === 'field' ? (
        <CellEditor column={meta} row={row} text={open.text} />
      ) : (
        <FlexRender<typeof gridFeatures, GridTableCell['row']['original']> cell={cell} />
      )}
    </div>
  )
}
