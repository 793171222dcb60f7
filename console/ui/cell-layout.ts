import type { Column } from '@tanstack/react-table'
import type { ListFeatures } from './table-columns.ts'

/** From which width on a column is shown, and at which side its cells stand: for its header and all its cells. */
export function cellLayout<Row extends object>(column: Column<ListFeatures, Row>) {
  const { from, align } = column.columnDef.meta ?? {}
  return {
    ...(from !== undefined && { visibleFrom: from }),
    ...(align !== undefined && { ta: align }),
  }
}
