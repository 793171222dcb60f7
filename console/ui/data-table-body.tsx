import { Skeleton, Table } from '@mantine/core'
import type { ReactTable } from '@tanstack/react-table'
import { cellLayout } from './cell-layout.ts'
import type { ListFeatures } from './table-columns.ts'

/** The rows of a table, or quiet bars in their place until they are there. */
export function DataTableBody<Row extends object>(props: {
  readonly table: ReactTable<ListFeatures, Row>
  readonly isLoading: boolean
}) {
  const { table } = props
  if (props.isLoading) return <Bars table={table} />
  return (
    <Table.Tbody>
      {table.getRowModel().rows.map((row) => (
        <Table.Tr key={row.id}>
          {row.getAllCells().map((cell) => (
            <Table.Td key={cell.id} {...cellLayout(cell.column)}>
              <table.FlexRender cell={cell} />
            </Table.Td>
          ))}
        </Table.Tr>
      ))}
    </Table.Tbody>
  )
}

function Bars<Row extends object>({ table }: { readonly table: ReactTable<ListFeatures, Row> }) {
  return (
    <Table.Tbody aria-hidden>
      {bars.map((width) => (
        <Table.Tr key={width}>
          {table.getAllLeafColumns().map((column) => (
            <Table.Td key={column.id} {...cellLayout(column)}>
              <Skeleton height={16} my={3} width={`${width}%`} />
            </Table.Td>
          ))}
        </Table.Tr>
      ))}
    </Table.Tbody>
  )
}

const bars = [82, 64, 91, 73, 58, 87]
