import { Box, Text } from '@mantine/core'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { RoomMember } from '../../src/http/contract/directory.ts'
import { columnHelper, type TableColumns } from '../ui/table-columns.ts'
import { Person } from './person.tsx'
import { UserStatus } from './user-status.tsx'

const column = columnHelper<RoomMember>()

/** The columns of those who have a role in a room: who, which, and why. */
export function useMemberColumns(): TableColumns<RoomMember> {
  const { t } = useTranslation('directory')
  const { t: common } = useTranslation('frame')
  return useMemo(
    () =>
      column.columns([
        column.accessor('email', {
          header: t('columns.email'),
          cell: ({ row }) => <MemberCell member={row.original} />,
        }),
        column.accessor(({ firstName, lastName }) => `${firstName} ${lastName}`, {
          id: 'name',
          header: t('columns.name'),
          meta: { from: 'md' },
        }),
        column.accessor('role', {
          header: t('columns.role'),
          cell: ({ getValue }) => common(`roles.${getValue()}`),
        }),
        column.accessor('reason', {
          header: t('columns.reason'),
          cell: ({ getValue }) => t(`room.reason.${getValue()}`),
          meta: { from: 'xs' },
        }),
        column.accessor('status', {
          header: t('columns.status'),
          cell: ({ getValue }) => <UserStatus status={getValue()} />,
          meta: { from: 'sm' },
        }),
      ]),
    [t, common],
  )
}

function MemberCell({ member }: { readonly member: RoomMember }) {
  const { t } = useTranslation('directory')
  return (
    <Person email={member.email} user={member.id}>
      <Text size="sm" className="roster-quiet" hiddenFrom="md">
        {member.firstName} {member.lastName}
      </Text>
      <Text size="sm" className="roster-quiet" hiddenFrom="xs">
        {t(`room.reason.${member.reason}`)}
      </Text>
      <Box hiddenFrom="sm" mt={4}>
        <UserStatus status={member.status} />
      </Box>
    </Person>
  )
}
