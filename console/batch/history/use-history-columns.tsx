import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Batch } from '../../../src/http/contract/batch.ts'
import { Moment } from '../../ui/moment.tsx'
import { columnHelper, type TableColumns } from '../../ui/table-columns.ts'
import { BatchStateBadge } from '../batch-state-badge.tsx'
import { BatchCell } from './batch-cell.tsx'

const column = columnHelper<Batch>()

/** What the history tells of a batch: what, from where, how it stands, the numbers, who and when. */
export function useHistoryColumns(): TableColumns<Batch> {
  const { t, i18n } = useTranslation('history')
  return useMemo(() => {
    const format = new Intl.NumberFormat(i18n.language)
    const number = (value: number) => (value === 0 ? '–' : format.format(value))
    return column.columns([
      column.display({
        id: 'operation',
        header: t('columns.operation'),
        cell: ({ row }) => <BatchCell batch={row.original} />,
      }),
      column.accessor('state', {
        header: t('columns.state'),
        cell: ({ getValue }) => <BatchStateBadge state={getValue()} />,
      }),
      column.accessor(({ source }) => number(source.rows), {
        id: 'rows',
        header: t('columns.rows'),
        meta: { align: 'end', from: 'sm' },
      }),
      column.accessor(({ totals }) => number(totals.done), {
        id: 'done',
        header: t('columns.done'),
        meta: { align: 'end', from: 'md' },
      }),
      column.accessor(({ totals }) => number(totals.error + totals.failed), {
        id: 'problems',
        header: t('columns.problems'),
        meta: { align: 'end', from: 'md' },
      }),
      column.accessor(({ totals }) => number(totals.mails), {
        id: 'mails',
        header: t('columns.mails'),
        meta: { align: 'end', from: 'lg' },
      }),
      column.accessor('createdBy', { header: t('columns.by'), meta: { from: 'lg' } }),
      column.accessor('createdAt', {
        header: t('columns.created'),
        cell: ({ getValue }) => <Moment at={getValue()} />,
        meta: { from: 'sm' },
      }),
    ])
  }, [t, i18n.language])
}
