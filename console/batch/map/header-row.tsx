import { memo, useRef } from 'react'
import { FlexRender } from '@tanstack/react-table'
import type { GridTableHeader } from './grid-table.ts'
import { useTabStop } from './use-tab-stop.ts'
import './header-row.css'

/** The headers of the columns; with the arrow keys they are the row above the first. */
export const HeaderRow = memo(function HeaderRow(props: {
  readonly headers: readonly GridTableHeader[]
  /** Counted from 0; -1: the focus is in another row. */
  readonly activeColumn: number
}) {
  const { headers, activeColumn } = props
  return (
    <div role="row" className="roster-grid-head" aria-rowindex={1}>
      {headers.map((header, column) => (
        <HeaderCell
          key={header.id}
          header={header}
          column={column}
          isTabStop={column === activeColumn}
        />
      ))}
    </div>
  )
})

function HeaderCell(props: {
  readonly header: GridTableHeader
  readonly column: number
  readonly isTabStop: boolean
}) {
  const { header, column, isTabStop } = props
  const element = useRef<HTMLDivElement>(null)
  useTabStop(element, isTabStop)
  return (
    <div
      ref={element}
      role="columnheader"
      className="roster-grid-cell"
      data-kind={header.column.columnDef.meta?.kind}
      data-row={-1}
      data-column={column}
      aria-colindex={column + 1}
      tabIndex={isTabStop ? 0 : -1}
    >
      <FlexRender header={header} />
    </div>
  )
}
