import { Box, Group, Stack, Table, Text, VisuallyHidden } from '@mantine/core'
import { useSearch } from '@tanstack/react-router'
import { useTable } from '@tanstack/react-table'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { DataTableBody } from './data-table-body.tsx'
import { DataTableHead } from './data-table-head.tsx'
import { FailureNotice } from './failure-notice.tsx'
import type { List } from './list.ts'
import { NoMatch } from './no-match.tsx'
import { ShowMore } from './show-more.tsx'
import { listFeatures, type TableColumns } from './table-columns.ts'
import { useSort } from './use-sort.ts'
import './data-table.css'

/**
 * A list as a table: sorted by its headers (through the address), more of it on demand, and said in words
 * where it is loading, empty, without a match, or not to be had.
 * @param props.label names the table for whoever cannot see it
 * @param props.rowId what stays the same of a row when others come and go
 * @param props.sortedBy the column by which the API sorts unasked
 * @param props.count the whole number in words: “1,204 users”
 * @param props.isFiltered the address’s `state` narrows the list
 * @param props.empty stands where there is nothing at all yet
 * @param props.children stand above the table: a search, filters
 */
export function DataTable<Row extends object>(props: {
  readonly label: string
  readonly columns: TableColumns<Row>
  readonly list: List<Row>
  readonly rowId: (row: Row) => string
  readonly sortedBy?: string
  readonly count?: (total: number) => string
  readonly isFiltered?: boolean
  readonly empty: ReactNode
  readonly children?: ReactNode
}) {
  const { t } = useTranslation('frame')
  const { label, list, columns, rowId, count } = props
  const { search } = useSearch({ strict: false })
  const { sorting, setSorting } = useSort(props.sortedBy)
  const table = useTable({
    features: listFeatures,
    columns,
    data: list.data?.rows ?? none,
    getRowId: rowId,
    state: { sorting },
    onSortingChange: setSorting,
    manualSorting: true,
    enableSortingRemoval: false,
    sortDescFirst: false,
    defaultColumn: { enableSorting: false },
  })
  const isNarrowed = search !== undefined || props.isFiltered === true
  const found = list.data?.rows.length ?? 0
  // Nothing of what was searched for before says nothing of what is searched for now.
  const isLoading =
    list.error === null && found === 0 && (list.data === undefined || list.isPlaceholderData)
  const isEmpty = list.data !== undefined && found === 0 && !isLoading
  const total = isLoading ? undefined : list.data?.total
  const counted = total === undefined ? '' : (count?.(total) ?? '')
  if (isEmpty && !isNarrowed) return props.empty
  return (
    <Stack gap="sm">
      {(props.children !== undefined || count !== undefined) && (
        <Group justify="space-between" align="center" mih={36}>
          {props.children}
          <Text component="output" size="sm" className="roster-quiet">
            {list.data?.isMoreThanTotal === true && counted !== ''
              ? t('moreThan', { counted })
              : counted}
          </Text>
        </Group>
      )}
      <FailureNotice error={list.error} onRetry={() => void list.refetch()} />
      {isEmpty && <NoMatch />}
      {(isLoading || found > 0) && (
        <Box component="section" className="data-table-frame" tabIndex={0} aria-label={label}>
          <Table
            verticalSpacing="xs"
            highlightOnHover
            aria-label={label}
            aria-busy={list.isFetching}
            data-stale={list.isPlaceholderData || undefined}
          >
            <DataTableHead table={table} />
            <DataTableBody table={table} isLoading={isLoading} />
          </Table>
        </Box>
      )}
      {isLoading && <VisuallyHidden component="output">{t('loading')}</VisuallyHidden>}
      <ShowMore list={list} />
    </Stack>
  )
}

const none: never[] = []
