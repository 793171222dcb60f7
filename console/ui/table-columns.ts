import {
  createColumnHelper,
  metaHelper,
  rowSortingFeature,
  tableFeatures,
  type ColumnDef,
} from '@tanstack/react-table'
import type { MantineBreakpoint } from '@mantine/core'

/** What the tables of lists can do; the server sorts. */
export const listFeatures = tableFeatures({ rowSortingFeature, columnMeta: metaHelper<Meta>() })

export type ListFeatures = typeof listFeatures

/**
 * The columns of a list, as `helper.columns([…])` makes them. What is the id of a column that can be sorted
 * (`enableSorting`) is what the API is asked to sort by.
 */
export type TableColumns<Row extends object> = ColumnDef<ListFeatures, Row>[]

/** Makes columns for rows of one kind. */
export const columnHelper = <Row extends object>() => createColumnHelper<ListFeatures, Row>()

interface Meta {
  /** Shown only where the window is at least this wide; what it says must not be needed below. */
  readonly from?: MantineBreakpoint
  /** Numbers stand at the end, so that they can be compared. */
  readonly align?: 'end'
}
