import { Box, Text } from '@mantine/core'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { AuditEntry } from '../../src/http/contract/audit.ts'
import { Moment } from '../ui/moment.tsx'
import { columnHelper, type TableColumns } from '../ui/table-columns.ts'
import { isActName } from './act-name.ts'
import { AuditActor } from './audit-actor.tsx'
import { AuditDetails } from './audit-details.tsx'
import { AuditOrigin } from './audit-origin.tsx'
import { AuditSubject } from './audit-subject.tsx'

const column = columnHelper<AuditEntry>()

/** When, who, what, to what and from where. What a narrow window has no column for stands below the act. */
export function useAuditColumns(): TableColumns<AuditEntry> {
  const { t } = useTranslation('audit')
  return useMemo(
    () =>
      column.columns([
        column.accessor('at', {
          header: t('columns.at'),
          cell: ({ getValue }) => (
            <Text size="sm" miw={{ base: 76, sm: 172 }} className="roster-figures">
              <Moment at={getValue()} />
            </Text>
          ),
        }),
        column.accessor('actor', {
          header: t('columns.actor'),
          cell: ({ getValue }) => <AuditActor actor={getValue()} />,
          meta: { from: 'sm' },
        }),
        column.accessor('act', {
          header: t('columns.act'),
          cell: ({ row }) => <ActCell entry={row.original} />,
        }),
        column.accessor('subject', {
          header: t('columns.subject'),
          cell: ({ getValue }) => <AuditSubject subject={getValue()} />,
          meta: { from: 'md' },
        }),
        column.accessor('details', {
          header: t('columns.details'),
          cell: ({ getValue }) => <AuditDetails details={getValue()} />,
          meta: { from: 'lg' },
        }),
        column.display({
          id: 'from',
          header: t('columns.from'),
          cell: ({ row }) => <AuditOrigin entry={row.original} />,
          meta: { from: 'lg' },
        }),
      ]),
    [t],
  )
}

function ActCell({ entry }: { readonly entry: AuditEntry }) {
  const { t } = useTranslation('audit')
  const { act, actor, subject, details } = entry
  return (
    <Box miw={{ base: 150, lg: 170 }}>
      <Text size="sm" fw={500}>
        {isActName(act) ? t(`acts.${act}`) : act}
      </Text>
      <Box fz="sm" hiddenFrom="sm">
        <AuditActor actor={actor} />
      </Box>
      {subject !== null && (
        <Box fz="sm" hiddenFrom="md">
          <span aria-hidden>→</span> <AuditSubject subject={subject} />
        </Box>
      )}
      <Box hiddenFrom="lg" className="roster-quiet">
        <AuditDetails details={details} />
        <AuditOrigin entry={entry} />
      </Box>
    </Box>
  )
}
