import { IconUsers } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { membersQuery } from '../api/directory.ts'
import { DataTable } from '../ui/data-table.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { PermittedButton } from '../ui/permitted-button.tsx'
import { SearchBox } from '../ui/search-box.tsx'
import { useMemberColumns } from './use-member-columns.tsx'

/** Everybody who has a role in a room, and why. */
export function RoomMembers(props: { readonly room: string; readonly search: string | undefined }) {
  const { t } = useTranslation('directory')
  const list = useInfiniteQuery(membersQuery(props.room, { search: props.search }))
  return (
    <DataTable
      label={t('room.members')}
      columns={useMemberColumns()}
      list={list}
      rowId={({ id }) => id}
      count={(count) => t('room.memberCount', { count })}
      empty={
        <EmptyState
          icon={IconUsers}
          title={t('room.noMembersTitle')}
          text={t('room.noMembersText')}
        >
          <PermittedButton
            needs="manage-company-settings"
            renderRoot={(props) => (
              <Link
                to="/batch-operations"
                search={{ operation: 'assign-users-to-rooms' }}
                {...props}
              />
            )}
          >
            {t('room.assign')}
          </PermittedButton>
        </EmptyState>
      }
    >
      <SearchBox label={t('room.search')} />
    </DataTable>
  )
}
