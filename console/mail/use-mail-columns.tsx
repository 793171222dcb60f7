import { Text } from '@mantine/core'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Mail } from '../../src/http/contract/directory.ts'
import { Moment } from '../ui/moment.tsx'
import { columnHelper, type TableColumns } from '../ui/table-columns.ts'
import { MailCell } from './mail-cell.tsx'
import { MailStateBadge } from './mail-state-badge.tsx'

const column = columnHelper<Mail>()

/** What the outbox tells of a mail: to whom, what, and what became of it. */
export function useMailColumns(): TableColumns<Mail> {
  const { t } = useTranslation('mail')
  return useMemo(
    () =>
      column.columns([
        column.accessor('to', {
          header: t('columns.to'),
          cell: ({ row }) => <MailCell mail={row.original} />,
        }),
        column.accessor('subject', { header: t('columns.subject'), meta: { from: 'md' } }),
        column.accessor('kind', {
          header: t('columns.kind'),
          cell: ({ getValue }) => t(`kinds.${getValue()}`),
          meta: { from: 'lg' },
        }),
        column.accessor('state', {
          header: t('columns.state'),
          cell: ({ getValue }) => <MailStateBadge state={getValue()} />,
        }),
        column.accessor('answer', {
          header: t('columns.answer'),
          cell: ({ getValue }) => (
            <Text size="sm" lineClamp={2} className="roster-break">
              {getValue()}
            </Text>
          ),
          meta: { from: 'lg' },
        }),
        column.accessor('createdAt', {
          header: t('columns.created'),
          cell: ({ getValue }) => <Moment at={getValue()} />,
          meta: { from: 'sm' },
        }),
      ]),
    [t],
  )
}
