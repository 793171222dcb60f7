import { useTable } from '@tanstack/react-table'
import { useMemo, useState, type RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import type { RowFilter } from '../../../src/http/contract/batch.ts'
import { usePlan } from '../plan.ts'
import { useGrid } from './grid-context.ts'
import { unusedId, type GridColumn } from './grid-columns.ts'
import { gridFeatures, tableColumns, type RowSlot } from './grid-table.ts'
import { useGridFocus, type FocusPlace } from './use-grid-focus.ts'
import { useGridSizes } from './use-grid-sizes.ts'
import { useRowPages } from './use-row-pages.ts'
import { useRowWindow } from './use-row-window.ts'

export type GridModel = ReturnType<typeof useGridModel>

/** What the grid's frame draws: the rows in view as they come, their columns, and where the focus is. */
export function useGridModel(
  frame: RefObject<HTMLDivElement | null>,
  props: {
    readonly columns: readonly GridColumn[]
    /** Numbers of the source's columns. */
    readonly removed: readonly number[]
    readonly filter: RowFilter
    readonly isOpen: boolean
  },
) {
  const { i18n } = useTranslation()
  const { batch, isPlanned } = useGrid()
  const isNarrowed = Object.values(props.filter).some((value) => value !== undefined)
  const sizes = useGridSizes({ isPlanned })
  const [total, setTotal] = useState(isNarrowed ? 0 : batch.source.rows)
  const [focused, setFocused] = useState<FocusPlace>(start)
  const place = { ...focused.place, row: Math.min(focused.place.row, total - 1) }

  const rowWindow = useRowWindow(frame, {
    rows: total,
    rowHeight: sizes.row,
    headerHeight: sizes.header,
    kept: place.row,
  })
  const pages = useRowPages(
    {
      batch: batch.batch,
      filter: props.filter,
      language: i18n.language,
      held: useHeld(props.filter, isNarrowed && props.isOpen),
      interval: batch.state === 'waiting' || batch.state === 'executing' ? 2_000 : false,
    },
    rowWindow.indexes,
  )
  if (pages.total !== undefined && pages.total !== total) setTotal(pages.total)

  // The same object as long as it says the same: another one makes all rows be drawn anew.
  const columnVisibility = useMemo(
    () => Object.fromEntries(props.removed.map((number) => [unusedId(number), false])),
    [props.removed],
  )
  const table = useTable({
    features: gridFeatures,
    columns: useMemo(() => tableColumns(props.columns), [props.columns]),
    data: rowWindow.indexes.map((index): RowSlot => ({ index, row: pages.rowAt(index) })),
    getRowId: ({ index }) => String(index),
    state: { columnVisibility },
  })
  const shown = table.getVisibleLeafColumns()
  const column = Math.min(place.column, shown.length - 1)
  const focus = useGridFocus(pages, { place: { ...place, column }, row: focused.row }, setFocused)
  return { total, sizes, rowWindow, pages, table, shown, focus }
}

const start: FocusPlace = { place: { row: 0, column: 0 }, row: undefined }

/**
 * While the plan is made anew, rows have no state: what was known of them stays, and who asks for rows in a state
 * waits. Under somebody who writes, rows do not go away.
 */
function useHeld({ state, problem }: RowFilter, isWriting: boolean): 'all' | 'known' | 'nothing' {
  const { isVerifying } = usePlan()
  if (isVerifying) return state === undefined && problem === undefined ? 'known' : 'all'
  return isWriting ? 'known' : 'nothing'
}
