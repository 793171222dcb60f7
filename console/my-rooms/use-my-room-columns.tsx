import { Anchor, Text } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { MyRoom, Rights } from '../../src/http/contract/my-room.ts'
import { columnHelper, type TableColumns } from '../ui/table-columns.ts'

const column = columnHelper<MyRoom>()

/** The columns of the rooms that one may enter. */
export function useMyRoomColumns(): TableColumns<MyRoom> {
  const { t } = useTranslation('rooms-of-mine')
  const { t: common } = useTranslation('frame')
  return useMemo(
    () =>
      column.columns([
        column.accessor('name', {
          header: t('columns.name'),
          cell: ({ row }) => <RoomCell room={row.original} />,
        }),
        column.accessor('role', {
          header: t('columns.role'),
          cell: ({ getValue }) => common(`roles.${getValue()}`),
          meta: { from: 'xs' },
        }),
        column.accessor('may', {
          header: t('columns.may'),
          cell: ({ getValue }) => (
            <Text size="sm" className="roster-quiet">
              {rightsIn(getValue())
                .map((right) => t(`short.${right}`))
                .join(', ')}
            </Text>
          ),
          meta: { from: 'sm' },
        }),
      ]),
    [t, common],
  )
}

function RoomCell({ room }: { readonly room: MyRoom }) {
  const { t } = useTranslation('frame')
  return (
    <>
      <Anchor
        size="sm"
        fw={500}
        className="data-table-row-link roster-break"
        renderRoot={(props) => <Link to="/my-rooms/$room" params={{ room: room.id }} {...props} />}
      >
        {room.name}
      </Anchor>
      <Text size="sm" className="roster-quiet" hiddenFrom="xs">
        {t(`roles.${room.role}`)}
      </Text>
    </>
  )
}

function rightsIn(may: Rights): readonly (keyof Rights)[] {
  return (['join', 'send', 'share', 'moderate', 'edit'] as const).filter((right) => may[right])
}
