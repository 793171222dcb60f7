import {
  columnSizingFeature,
  columnVisibilityFeature,
  metaHelper,
  tableFeatures,
  type Cell,
  type ColumnDef,
  type Header,
  type Row as TableRow,
} from '@tanstack/react-table'
import type { Row } from '../../../src/http/contract/batch.ts'
import { cellOf } from './cell-of.tsx'
import type { GridColumn } from './grid-columns.ts'
import { headerOf } from './header-of.tsx'

/** A row of the grid; the batch's row is undefined until it has come. */
export interface RowSlot {
  /** Counted from 0 among the rows that are shown. */
  readonly index: number
  readonly row: Row | undefined
}

/** What the grid's table can do; the server filters, and rows that are not seen are not in it. */
export const gridFeatures = tableFeatures({
  columnSizingFeature,
  columnVisibilityFeature,
  columnMeta: metaHelper<GridColumn>(),
})

type GridFeatures = typeof gridFeatures

export type GridTableRow = TableRow<GridFeatures, RowSlot>
export type GridTableCell = Cell<GridFeatures, RowSlot>
export type GridTableHeader = Header<GridFeatures, RowSlot>

/** The columns as the table wants them: what each draws follows from its kind. */
export function tableColumns(columns: readonly GridColumn[]): ColumnDef<GridFeatures, RowSlot>[] {
  return columns.map((column) => ({
    id: column.id,
    size: column.size,
    minSize: 0,
    meta: column,
    header: () => headerOf(column),
    cell: ({ row }) => cellOf(column, row.original.row),
  }))
}
