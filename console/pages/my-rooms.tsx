import { IconDoorEnter } from '@tabler/icons-react'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { myRoomsQuery } from '../api/my-rooms.ts'
import { meQuery } from '../api/session.ts'
import { useMyRoomColumns } from '../my-rooms/use-my-room-columns.tsx'
import { DataTable } from '../ui/data-table.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { PageTitle } from '../ui/page-title.tsx'
import { SearchBox } from '../ui/search-box.tsx'

/** The rooms that who is signed in may enter, and as what. */
export function MyRooms() {
  const { t } = useTranslation('rooms-of-mine')
  const { search } = useSearch({ from: '/framed/my-rooms' })
  const { data: me } = useQuery(meQuery)
  const list = useInfiniteQuery(myRoomsQuery({ search }))
  return (
    <>
      <PageTitle title={t('title')} text={t('text')} />
      <DataTable
        label={t('title')}
        columns={useMyRoomColumns()}
        list={list}
        rowId={({ id }) => id}
        count={(count) => t('count', { count })}
        empty={
          <EmptyState
            icon={IconDoorEnter}
            title={t('empty.title')}
            text={t('empty.text', { company: me?.company.name ?? '' })}
          />
        }
      >
        <SearchBox label={t('search')} />
      </DataTable>
    </>
  )
}
