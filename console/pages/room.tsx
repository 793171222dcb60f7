import { Grid, Skeleton, Tabs } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { ApiError } from '../api/client.ts'
import { roomQuery } from '../api/directory.ts'
import { RoleLegend } from '../directory/role-legend.tsx'
import { RoomGuests } from '../directory/room-guests.tsx'
import { RoomHead } from '../directory/room-head.tsx'
import { RoomMembers } from '../directory/room-members.tsx'
import { FailureNotice } from '../ui/failure-notice.tsx'
import { IfPermitted } from '../ui/if-permitted.tsx'
import { NotFoundPage } from '../ui/not-found-page.tsx'

/** A room: who may do what in it and why, and its guests. */
export function Room() {
  const { t } = useTranslation('directory')
  const { room: id } = useParams({ from: '/framed/rooms/$room' })
  const { search, kind } = useSearch({ from: '/framed/rooms/$room' })
  const navigate = useNavigate()
  const { data: room, error, refetch } = useQuery(roomQuery(id))
  if (error instanceof ApiError && isGone(error)) return <NotFoundPage />
  const failure = <FailureNotice error={error} onRetry={() => void refetch()} />
  if (room === undefined) return error === null ? <Skeleton height={64} /> : failure
  // What was searched for among the users is not searched for among the guests.
  const show = (tab: string | null) =>
    void navigate({
      to: '/rooms/$room',
      params: { room: id },
      search: tab === 'members' || tab === null ? {} : { kind: tab },
      replace: true,
    })
  return (
    <>
      {failure}
      <RoomHead room={room} />
      <Grid gap="lg">
        <Grid.Col span={{ base: 12, xl: 'auto' }}>
          <Tabs
            value={tabs.find((tab) => tab === kind) ?? 'members'}
            onChange={show}
            keepMounted={false}
          >
            <Tabs.List mb="md">
              <Tabs.Tab value="members">{t('room.members')}</Tabs.Tab>
              <Tabs.Tab value="guests">{t('room.guests', { count: room.guests })}</Tabs.Tab>
              {/* Where there is room, it stands beside the lists. */}
              <Tabs.Tab value="roles" hiddenFrom="xl">
                {t('roles.tab')}
              </Tabs.Tab>
            </Tabs.List>
            <Tabs.Panel value="members">
              <IfPermitted needs="list-all-users">
                <RoomMembers room={id} search={search} />
              </IfPermitted>
            </Tabs.Panel>
            <Tabs.Panel value="guests">
              <IfPermitted needs="administrate-rooms">
                <RoomGuests room={id} />
              </IfPermitted>
            </Tabs.Panel>
            <Tabs.Panel value="roles">
              <RoleLegend defaultRole={room.defaultRole} />
            </Tabs.Panel>
          </Tabs>
        </Grid.Col>
        <Grid.Col span="content" visibleFrom="xl">
          <RoleLegend defaultRole={room.defaultRole} />
        </Grid.Col>
      </Grid>
    </>
  )
}

const tabs = ['guests', 'roles']

// An address that no room can have is none, either.
function isGone({ status }: ApiError): boolean {
  return status === 404 || status === 400
}
