import { Box, Text } from '@mantine/core'
import { useMemo, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Mail } from '../../src/http/contract/mail.ts'
import { Moment } from '../ui/moment.tsx'
import { columnHelper, type TableColumns } from '../ui/table-columns.ts'
import { ChooseAllMails } from './choose-all-mails.tsx'
import { ChooseMail } from './choose-mail.tsx'
import { MailCell } from './mail-cell.tsx'
import { MailStateBadge } from './mail-state-badge.tsx'
import './mail.css'

const column = columnHelper<Mail>()

/**
 * What the outbox tells of a mail: to whom, what, and what became of it.
 * @param asked.withChoice mails can be chosen
 */
export function useMailColumns(asked: { readonly withChoice: boolean }): TableColumns<Mail> {
  const { t } = useTranslation('mail')
  const { withChoice } = asked
  return useMemo(() => {
    const choice = column.display({
      id: 'choice',
      header: () => <ChooseAllMails />,
      cell: ({ row }) => <ChooseMail mail={row.original} />,
    })
    return column.columns([
      ...(withChoice ? [choice] : []),
      column.accessor('to', {
        header: t('columns.to'),
        cell: ({ row }) => <MailCell mail={row.original} />,
      }),
      column.accessor('subject', {
        header: t('columns.subject'),
        cell: ({ getValue }) => <Box miw={200}>{getValue()}</Box>,
        meta: { from: 'md' },
      }),
      column.accessor('kind', {
        header: t('columns.kind'),
        cell: ({ getValue }) => <OneLine>{t(`kinds.${getValue()}`)}</OneLine>,
        meta: { from: 'xl' },
      }),
      column.accessor('state', {
        header: t('columns.state'),
        cell: ({ getValue }) => <MailStateBadge state={getValue()} />,
        meta: { from: 'sm' },
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
        cell: ({ getValue }) => (
          <OneLine>
            <Moment at={getValue()} />
          </OneLine>
        ),
        meta: { from: 'sm' },
      }),
    ])
  }, [t, withChoice])
}

// The short ones stay whole; what the others leave is shared by address, subject and answer.
function OneLine(props: { readonly children: ReactNode }) {
  return <span className="mail-one-line">{props.children}</span>
}
