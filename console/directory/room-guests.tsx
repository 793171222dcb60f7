import { IconTicket } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { guestsQuery } from '../api/directory.ts'
import { DataTable } from '../ui/data-table.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { SearchBox } from '../ui/search-box.tsx'
import { InviteGuests } from './invite-guests.tsx'
import { useGuestColumns } from './use-guest-columns.tsx'

/** The guests of one room. */
export function RoomGuests({ room }: { readonly room: string }) {
  const { t } = useTranslation('directory')
  const { search, sort, order } = useSearch({ from: '/framed/rooms/$room' })
  const list = useInfiniteQuery(guestsQuery({ room, search, sort, order }))
  return (
    <DataTable
      label={t('guests.title')}
      columns={useGuestColumns({ withRoom: false })}
      list={list}
      rowId={({ id }) => id}
      sortedBy="email"
      count={(count) => t('guests.count', { count })}
      empty={
        <EmptyState
          icon={IconTicket}
          title={t('guests.emptyTitle')}
          text={t('guests.emptyRoomText')}
        >
          <InviteGuests />
        </EmptyState>
      }
    >
      <SearchBox label={t('room.search')} />
    </DataTable>
  )
}
