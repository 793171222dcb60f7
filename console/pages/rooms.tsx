import { useDisclosure } from '@mantine/hooks'
import { IconDoor, IconPlus } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { roomsQuery } from '../api/directory.ts'
import { useRoomColumns } from '../directory/use-room-columns.tsx'
import { CreateRoom } from '../forms/create-room.tsx'
import { DataTable } from '../ui/data-table.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { IfPermitted } from '../ui/if-permitted.tsx'
import { PageTitle } from '../ui/page-title.tsx'
import { PermittedButton } from '../ui/permitted-button.tsx'
import { SearchBox } from '../ui/search-box.tsx'

/** All rooms of the company. */
export function Rooms() {
  const { t } = useTranslation('directory')
  const [isCreating, creating] = useDisclosure()
  const create = (
    <PermittedButton
      needs="create-a-room"
      leftSection={<IconPlus size={16} aria-hidden />}
      onClick={creating.open}
    >
      {t('rooms.create')}
    </PermittedButton>
  )
  return (
    <>
      <PageTitle title={t('rooms.title')} text={t('rooms.text')}>
        {create}
      </PageTitle>
      <IfPermitted needs="list-all-rooms">
        <RoomList />
      </IfPermitted>
      <CreateRoom opened={isCreating} onClose={creating.close} />
    </>
  )
}

function RoomList() {
  const { t } = useTranslation('directory')
  const { search, sort, order } = useSearch({ from: '/framed/rooms' })
  const list = useInfiniteQuery(roomsQuery({ search, sort, order }))
  return (
    <DataTable
      label={t('rooms.title')}
      columns={useRoomColumns()}
      list={list}
      rowId={({ id }) => id}
      sortedBy="name"
      count={(count) => t('rooms.count', { count })}
      empty={
        <EmptyState icon={IconDoor} title={t('rooms.emptyTitle')} text={t('rooms.emptyText')} />
      }
    >
      <SearchBox label={t('rooms.search')} />
    </DataTable>
  )
}
