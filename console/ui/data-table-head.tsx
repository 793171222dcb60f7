import { Table, UnstyledButton } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconArrowsSort } from '@tabler/icons-react'
import type { Header, ReactTable } from '@tanstack/react-table'
import { cellLayout } from './cell-layout.ts'
import type { ListFeatures } from './table-columns.ts'

/** The headers of a table; those that can be sorted by are buttons. */
export function DataTableHead<Row extends object>(props: {
  readonly table: ReactTable<ListFeatures, Row>
}) {
  const { table } = props
  return (
    <Table.Thead>
      {table.getHeaderGroups().map((group) => (
        <Table.Tr key={group.id}>
          {group.headers.map((header) => (
            <Table.Th
              key={header.id}
              scope="col"
              {...cellLayout(header.column)}
              {...ariaSort(header)}
            >
              {header.column.getCanSort() ? (
                <UnstyledButton
                  className="data-table-sort"
                  onClick={header.column.getToggleSortingHandler()}
                >
                  <table.FlexRender header={header} />
                  <SortIcon sorted={header.column.getIsSorted()} />
                </UnstyledButton>
              ) : (
                <table.FlexRender header={header} />
              )}
            </Table.Th>
          ))}
        </Table.Tr>
      ))}
    </Table.Thead>
  )
}

function SortIcon(props: { readonly sorted: false | 'asc' | 'desc' }) {
  if (props.sorted === 'asc') return <IconArrowUp size={14} aria-hidden />
  if (props.sorted === 'desc') return <IconArrowDown size={14} aria-hidden />
  return <IconArrowsSort size={14} aria-hidden className="data-table-unsorted" />
}

function ariaSort<Row extends object>({ column }: Header<ListFeatures, Row>) {
  const sorted = column.getIsSorted()
  if (sorted === false) return {}
  return { 'aria-sort': sorted === 'asc' ? ('ascending' as const) : ('descending' as const) }
}
