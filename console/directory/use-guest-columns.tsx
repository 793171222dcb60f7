import { Anchor, Box, Text, VisuallyHidden } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Guest } from '../../src/http/contract/directory.ts'
import { columnHelper, type TableColumns } from '../ui/table-columns.ts'
import { GuestActs } from './guest-acts.tsx'
import { GuestLink } from './guest-link.tsx'
import { GuestMailed } from './guest-mailed.tsx'
import { GuestValidity } from './guest-validity.tsx'
import { Person } from './person.tsx'

const column = columnHelper<Guest>()

/** The columns of guests, of one room or (`withRoom`) of all. */
export function useGuestColumns({ withRoom }: { readonly withRoom: boolean }): TableColumns<Guest> {
  const { t } = useTranslation('directory')
  const { t: common } = useTranslation('frame')
  return useMemo(() => {
    const email = column.accessor('email', {
      header: t('columns.email'),
      cell: ({ row }) => <GuestCell guest={row.original} withRoom={withRoom} />,
      enableSorting: true,
    })
    const name = column.accessor('name', {
      header: t('columns.name'),
      enableSorting: true,
      meta: { from: 'md' },
    })
    const room = column.accessor('room', {
      header: t('columns.room'),
      cell: ({ row }) => <RoomLink guest={row.original} />,
      enableSorting: true,
      meta: { from: 'sm' },
    })
    const role = column.accessor('role', {
      header: t('columns.role'),
      cell: ({ getValue }) => common(`roles.${getValue()}`),
      enableSorting: true,
      meta: { from: 'sm' },
    })
    const validity = column.display({
      id: 'validity',
      header: t('columns.validity'),
      cell: ({ row }) => <GuestValidity guest={row.original} />,
      meta: { from: 'md' },
    })
    const mailed = column.display({
      id: 'mailed',
      header: t('columns.mailed'),
      cell: ({ row }) => <GuestMailed guest={row.original} />,
      meta: { from: 'lg' },
    })
    const link = column.display({
      id: 'link',
      header: t('columns.link'),
      cell: ({ row }) => <GuestLink guest={row.original} />,
    })
    const acts = column.display({
      id: 'acts',
      header: () => <VisuallyHidden>{t('columns.acts')}</VisuallyHidden>,
      cell: ({ row }) => <GuestActs guest={row.original} />,
    })
    const rooms = withRoom ? [room] : []
    return column.columns([email, name, ...rooms, role, validity, mailed, link, acts])
  }, [t, common, withRoom])
}

function GuestCell(props: { readonly guest: Guest; readonly withRoom: boolean }) {
  const { t } = useTranslation('frame')
  const { guest } = props
  return (
    <Person email={guest.email}>
      <Text size="sm" className="roster-quiet" hiddenFrom="md">
        {guest.name}
      </Text>
      {props.withRoom && (
        <Box hiddenFrom="sm">
          <RoomLink guest={guest} />
        </Box>
      )}
      <Text size="sm" className="roster-quiet" hiddenFrom="sm">
        {t(`roles.${guest.role}`)}
      </Text>
      <Text size="sm" className="roster-quiet" hiddenFrom="md">
        <GuestValidity guest={guest} />
      </Text>
    </Person>
  )
}

function RoomLink({ guest }: { readonly guest: Guest }) {
  return (
    <Anchor
      size="sm"
      className="roster-break"
      renderRoot={(props) => <Link to="/rooms/$room" params={{ room: guest.roomId }} {...props} />}
    >
      {guest.room}
    </Anchor>
  )
}
