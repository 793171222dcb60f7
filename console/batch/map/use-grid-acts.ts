import { useGrid } from './grid-context.ts'
import type { Place } from './grid-place.ts'
import type { OpenCell } from './open-cell.ts'
import type { GridModel } from './use-grid-model.ts'

/** What keys and clicks can do with the grid's cells. */
export function useGridActs(model: GridModel, onOpen: (cell: OpenCell | null) => void) {
  const { total, rowWindow, pages, shown, focus } = model
  const { isEditable, leaveOut, removeColumn } = useGrid()
  const kinds = shown.map(({ columnDef: { meta } }) => meta)
  const moveTo = (place: Place) => {
    if (place.row >= 0) rowWindow.reveal(place.row)
    focus.moveTo(place)
  }
  const canOpen = (column: number) => {
    const kind = kinds[column]
    return kind?.kind === 'field' && kind.source !== null
  }
  const open = ({ row: index, column }: Place, text?: string) => {
    const row = pages.rowAt(index)
    const kind = kinds[column]
    if (!isEditable || row === undefined || !canOpen(column) || kind?.kind !== 'field') return false
    onOpen({ row: row.row, field: kind.field, text })
    return true
  }
  return {
    place: focus.place,
    extent: { rows: total, columns: shown.length, pageRows: rowWindow.pageRows },
    isHeaderless: (column: number) => kinds[column]?.kind === 'outcome',
    moveTo,
    open,
    close: () => onOpen(null),
    openBeside({ row, column }: Place, step: 1 | -1) {
      onOpen(null)
      const openable = kinds.keys().filter(canOpen).toArray()
      const at = openable.indexOf(column) + step
      const place = {
        row: at < 0 ? row - 1 : at >= openable.length ? row + 1 : row,
        column: openable.at(at % openable.length) ?? column,
      }
      if (place.row < 0 || place.row >= total) return
      moveTo(place)
      open(place)
    },
    drop({ row: index, column }: Place) {
      const kind = kinds[column]
      if (index === -1) {
        if (kind?.kind !== 'unused') return
        removeColumn(kind.source.number)
        // The focus leaves the column before it is gone.
        focus.moveTo({ row: -1, column: column - 1 })
        return
      }
      const row = pages.rowAt(index)
      if (isEditable && row !== undefined) leaveOut(row, !row.leftOut)
    },
  }
}
