import { IconUserPlus, IconUsers } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { usersQuery } from '../api/directory.ts'
import { useUserColumns } from '../directory/use-user-columns.tsx'
import { DataTable } from '../ui/data-table.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { IfPermitted } from '../ui/if-permitted.tsx'
import { PageTitle } from '../ui/page-title.tsx'
import { PermittedButton } from '../ui/permitted-button.tsx'
import { SearchBox } from '../ui/search-box.tsx'

/** All users of the company. They are changed by batches. */
export function Users() {
  const { t } = useTranslation('directory')
  return (
    <>
      <PageTitle title={t('users.title')} text={t('users.text')}>
        <InviteUsers />
      </PageTitle>
      <IfPermitted needs="list-all-users">
        <UserList />
      </IfPermitted>
    </>
  )
}

function UserList() {
  const { t } = useTranslation('directory')
  const { search, sort, order } = useSearch({ from: '/framed/users' })
  const list = useInfiniteQuery(usersQuery({ search, sort, order }))
  return (
    <DataTable
      label={t('users.title')}
      columns={useUserColumns()}
      list={list}
      rowId={({ id }) => id}
      sortedBy="email"
      count={(count) => t('users.count', { count })}
      empty={
        <EmptyState icon={IconUsers} title={t('users.emptyTitle')} text={t('users.emptyText')}>
          <InviteUsers />
        </EmptyState>
      }
    >
      <SearchBox label={t('users.search')} />
    </DataTable>
  )
}

function InviteUsers() {
  const { t } = useTranslation('directory')
  return (
    <PermittedButton
      needs="manage-company-settings"
      leftSection={<IconUserPlus size={16} aria-hidden />}
      renderRoot={(props) => (
        <Link to="/batch-operations" search={{ operation: 'invite-users' }} {...props} />
      )}
    >
      {t('users.invite')}
    </PermittedButton>
  )
}
