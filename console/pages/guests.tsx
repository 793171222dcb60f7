import { IconTicket } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { guestsQuery } from '../api/directory.ts'
import { InviteGuests } from '../directory/invite-guests.tsx'
import { useGuestColumns } from '../directory/use-guest-columns.tsx'
import { DataTable } from '../ui/data-table.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { IfPermitted } from '../ui/if-permitted.tsx'
import { PageTitle } from '../ui/page-title.tsx'
import { SearchBox } from '../ui/search-box.tsx'

/** All guests of the company, with the links that let them in. */
export function Guests() {
  const { t } = useTranslation('directory')
  return (
    <>
      <PageTitle title={t('guests.title')} text={t('guests.text')}>
        <InviteGuests />
      </PageTitle>
      <IfPermitted needs="administrate-rooms">
        <GuestList />
      </IfPermitted>
    </>
  )
}

function GuestList() {
  const { t } = useTranslation('directory')
  const { search, sort, order } = useSearch({ from: '/framed/guests' })
  const list = useInfiniteQuery(guestsQuery({ search, sort, order }))
  return (
    <DataTable
      label={t('guests.title')}
      columns={useGuestColumns({ withRoom: true })}
      list={list}
      rowId={({ id }) => id}
      sortedBy="email"
      count={(count) => t('guests.count', { count })}
      empty={
        <EmptyState icon={IconTicket} title={t('guests.emptyTitle')} text={t('guests.emptyText')} />
      }
    >
      <SearchBox label={t('guests.search')} />
    </DataTable>
  )
}
