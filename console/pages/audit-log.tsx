import { Group } from '@mantine/core'
import { IconDownload, IconShieldCheck } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { auditExportAddress, auditQuery } from '../api/audit.ts'
import { ActFilter } from '../audit/act-filter.tsx'
import { ActorFilter } from '../audit/actor-filter.tsx'
import { useAuditColumns } from '../audit/use-audit-columns.tsx'
import { DataTable } from '../ui/data-table.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { IfPermitted } from '../ui/if-permitted.tsx'
import { PageTitle } from '../ui/page-title.tsx'
import { PermittedButton } from '../ui/permitted-button.tsx'
import { SearchBox } from '../ui/search-box.tsx'

/** Everything that changed something in the company, the newest first: to look at, to search, to take along. */
export function AuditLog() {
  const { t } = useTranslation('audit')
  const filter = useSearch({ from: '/framed/audit-log' })
  return (
    <>
      <PageTitle title={t('title')} text={t('text')}>
        <PermittedButton
          needs="manage-company-settings"
          variant="default"
          leftSection={<IconDownload size={16} aria-hidden />}
          download={auditExportAddress(filter)}
        >
          {t('export')}
        </PermittedButton>
      </PageTitle>
      <IfPermitted needs="manage-company-settings">
        <Entries />
      </IfPermitted>
    </>
  )
}

function Entries() {
  const { t } = useTranslation('audit')
  const { act, actor, search } = useSearch({ from: '/framed/audit-log' })
  const list = useInfiniteQuery(auditQuery({ act, actor, search }))
  return (
    <DataTable
      label={t('title')}
      columns={useAuditColumns()}
      list={list}
      rowId={({ id }) => id}
      isFiltered={act !== undefined || actor !== undefined}
      empty={<EmptyState icon={IconShieldCheck} title={t('empty.title')} text={t('empty.text')} />}
    >
      <Group gap="sm" flex={{ base: '1 0 100%', sm: '0 1 auto' }}>
        <SearchBox label={t('search')} />
        <ActFilter />
        <ActorFilter />
      </Group>
    </DataTable>
  )
}
