import { Box, Text } from '@mantine/core'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { User } from '../../src/http/contract/directory.ts'
import { columnHelper, type TableColumns } from '../ui/table-columns.ts'
import { PermissionNames } from './permission-names.tsx'
import { Person } from './person.tsx'
import { UserRooms } from './user-rooms.tsx'
import { UserStatus } from './user-status.tsx'

const column = columnHelper<User>()

/** The columns of the users. What a narrow window has no column for stands below the address. */
export function useUserColumns(): TableColumns<User> {
  const { t } = useTranslation('directory')
  return useMemo(
    () =>
      column.columns([
        column.accessor('email', {
          header: t('columns.email'),
          cell: ({ row }) => <UserCell user={row.original} />,
          enableSorting: true,
        }),
        column.accessor('firstName', {
          id: 'first-name',
          header: t('columns.firstName'),
          enableSorting: true,
          meta: { from: 'md' },
        }),
        column.accessor('lastName', {
          id: 'last-name',
          header: t('columns.lastName'),
          enableSorting: true,
          meta: { from: 'md' },
        }),
        column.accessor('status', {
          header: t('columns.status'),
          cell: ({ getValue }) => <UserStatus status={getValue()} />,
          enableSorting: true,
        }),
        column.accessor('rooms', {
          header: t('columns.rooms'),
          cell: ({ row }) => <UserRooms user={row.original} />,
          meta: { from: 'sm' },
        }),
        column.accessor('permissions', {
          header: t('columns.permissions'),
          cell: ({ getValue }) => <PermissionNames granted={getValue()} />,
          meta: { from: 'lg' },
        }),
      ]),
    [t],
  )
}

function UserCell({ user }: { readonly user: User }) {
  return (
    <Person email={user.email} user={user.id}>
      <Text size="sm" className="roster-quiet" hiddenFrom="md">
        {user.firstName} {user.lastName}
      </Text>
      {user.rooms.length > 0 && (
        <Box hiddenFrom="sm" mt={4}>
          <UserRooms user={user} />
        </Box>
      )}
      <Box hiddenFrom="lg" className="roster-quiet">
        <PermissionNames granted={user.permissions} />
      </Box>
    </Person>
  )
}
