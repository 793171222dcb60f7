import { useRef, type CSSProperties, type FocusEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { RowFilter } from '../../../src/http/contract/batch.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import type { GridColumn } from './grid-columns.ts'
import { useGrid } from './grid-context.ts'
import { GridNote } from './grid-note.tsx'
import { GridRow } from './grid-row.tsx'
import { HeaderRow } from './header-row.tsx'
import { NoRows } from './no-rows.tsx'
import type { OpenCell } from './open-cell.ts'
import { useCellNote } from './use-cell-note.ts'
import { useGridActs } from './use-grid-acts.ts'
import { useGridKeys } from './use-grid-keys.ts'
import { useGridModel, type GridModel } from './use-grid-model.ts'
import { focusMemory } from './use-tab-stop.ts'
import './row-grid.css'

/** The frame in which the rows scroll: an ARIA grid with one tab stop, of which only what is seen is drawn. */
export function GridFrame(props: {
  readonly columns: readonly GridColumn[]
  /** Numbers of the source's columns that are not shown. */
  readonly removed: readonly number[]
  readonly filter: RowFilter
  readonly opened: OpenCell | null
  readonly onOpen: (cell: OpenCell | null) => void
}) {
  const { t } = useTranslation('grid')
  const { opened, onOpen } = props
  const { isEditable } = useGrid()
  const frame = useRef<HTMLDivElement>(null)
  const model = useGridModel(frame, { ...props, isOpen: opened !== null })
  const { total, rowWindow, pages, table, shown, focus } = model
  const { note, noting } = useCellNote()
  const keys = useGridKeys(useGridActs(model, onOpen))
  const onFocus = (event: FocusEvent<HTMLElement>) => {
    noting.onFocus(event)
    focusMemory.onFocus(event)
    const place = placeOf(event.target)
    if (place !== null) focus.moveTo(place)
  }
  const onBlur = (event: FocusEvent<HTMLElement>) => {
    noting.onBlur()
    focusMemory.onBlur(event)
  }
  const activeIn = (row: number) => (row === focus.place.row ? focus.place.column : -1)
  return (
    <>
      <FailureNotice error={pages.failure} onRetry={pages.retry} />
      <div
        ref={frame}
        role="grid"
        aria-label={t('label')}
        aria-describedby="grid-help"
        aria-rowcount={total + 1}
        aria-colcount={shown.length}
        aria-readonly={!isEditable}
        className="roster-grid"
        style={lengthsOf(model)}
        {...noting}
        {...keys}
        onFocus={onFocus}
        onBlur={onBlur}
      >
        <div role="rowgroup" className="roster-grid-header-group">
          <HeaderRow
            headers={table.getHeaderGroups()[0]?.headers ?? []}
            activeColumn={activeIn(-1)}
          />
        </div>
        <div role="rowgroup" className="roster-grid-body" style={{ height: rowWindow.height }}>
          {table.getRowModel().rows.map((row) => {
            const { index, row: planned } = row.original
            return (
              <GridRow
                key={row.id}
                row={row}
                columns={shown}
                top={rowWindow.top(index)}
                activeColumn={activeIn(index)}
                open={opened !== null && opened.row === planned?.row ? opened : null}
              />
            )
          })}
        </div>
      </div>
      {pages.total === 0 && <NoRows />}
      <p id="grid-help" hidden>
        {t('help')}
      </p>
      <GridNote note={opened === null ? note : null} />
    </>
  )
}

/** What the style sheet must know of the columns and rows. */
function lengthsOf({ shown, sizes }: GridModel): CSSProperties {
  const widths = shown
    .filter(({ columnDef: { meta } }) => meta?.kind !== 'outcome')
    .map((column) => ({ kind: column.columnDef.meta?.kind, size: column.getSize() }))
  const tracks = widths.map(({ kind, size }) =>
    kind === 'field' || kind === 'unused' ? `minmax(${size}px, ${size}fr)` : `${size}px`,
  )
  return {
    '--grid-columns': tracks.join(' '),
    '--grid-width': `${widths.reduce((sum, { size }) => sum + size, 0)}px`,
    '--grid-header': `${sizes.header}px`,
    '--grid-row': `${sizes.row}px`,
    '--grid-outcome': `${sizes.outcome}px`,
  } as CSSProperties
}

function placeOf(target: Element) {
  const cell = target.closest<HTMLElement>('[data-column]')
  if (cell === null) return null
  return { row: Number(cell.dataset['row']), column: Number(cell.dataset['column']) }
}
