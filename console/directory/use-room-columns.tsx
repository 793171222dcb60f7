import { Anchor, Text, VisuallyHidden } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Room } from '../../src/http/contract/directory.ts'
import { columnHelper, type TableColumns } from '../ui/table-columns.ts'
import { DefaultRole } from './default-role.tsx'
import { RoomActs } from './room-acts.tsx'

const column = columnHelper<Room>()

/** The columns of the rooms. */
export function useRoomColumns(): TableColumns<Room> {
  const { t, i18n } = useTranslation('directory')
  return useMemo(() => {
    const number = new Intl.NumberFormat(i18n.language)
    return column.columns([
      column.accessor('name', {
        header: t('columns.name'),
        cell: ({ row }) => <RoomCell room={row.original} />,
        enableSorting: true,
      }),
      column.accessor('defaultRole', {
        id: 'default-role',
        header: t('columns.defaultRole'),
        cell: ({ getValue }) => <DefaultRole role={getValue()} />,
        enableSorting: true,
        meta: { from: 'xs' },
      }),
      column.accessor('users', {
        header: t('columns.users'),
        cell: ({ getValue }) => number.format(getValue()),
        enableSorting: true,
        meta: { align: 'end' },
      }),
      column.accessor('guests', {
        header: t('columns.guests'),
        cell: ({ getValue }) => number.format(getValue()),
        enableSorting: true,
        meta: { align: 'end' },
      }),
      column.display({
        id: 'acts',
        header: () => <VisuallyHidden>{t('columns.acts')}</VisuallyHidden>,
        cell: ({ row }) => <RoomActs room={row.original} />,
        meta: { from: 'sm' },
      }),
    ])
  }, [t, i18n.language])
}

function RoomCell({ room }: { readonly room: Room }) {
  const { t } = useTranslation('directory')
  return (
    <>
      <Anchor
        size="sm"
        fw={500}
        className="data-table-row-link roster-break"
        renderRoot={(props) => <Link to="/rooms/$room" params={{ room: room.id }} {...props} />}
      >
        {room.name}
      </Anchor>
      <Text size="sm" className="roster-quiet" hiddenFrom="xs">
        {t('columns.defaultRole')}: <DefaultRole role={room.defaultRole} />
      </Text>
    </>
  )
}
