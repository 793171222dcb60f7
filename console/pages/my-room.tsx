import { Anchor, Card, SimpleGrid, Skeleton, Title } from '@mantine/core'
import { IconArrowLeft } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { ApiError } from '../api/client.ts'
import { myRoomQuery } from '../api/my-rooms.ts'
import { MyRoomActs } from '../my-rooms/my-room-acts.tsx'
import { NotMyRoom } from '../my-rooms/not-my-room.tsx'
import { RightsList } from '../my-rooms/rights-list.tsx'
import { RoomPeople } from '../my-rooms/room-people.tsx'
import { FailureNotice } from '../ui/failure-notice.tsx'
import { PageTitle } from '../ui/page-title.tsx'

/** One of one's own rooms: the way in, what one may do there and why, and who else may enter. */
export function MyRoom() {
  const { t } = useTranslation('rooms-of-mine')
  const { t: common } = useTranslation('frame')
  const { room: id } = useParams({ from: '/framed/my-rooms/$room' })
  const { data: room, error, refetch } = useQuery(myRoomQuery(id))
  if (error instanceof ApiError && isGone(error)) return <NotMyRoom />
  const failure = <FailureNotice error={error} onRetry={() => void refetch()} />
  if (room === undefined) return error === null ? <Skeleton height={64} /> : failure
  const role = t('role', { role: common(`roles.${room.role}`) })
  return (
    <>
      {failure}
      <Anchor size="sm" renderRoot={(props) => <Link to="/my-rooms" {...props} />}>
        <IconArrowLeft size={14} aria-hidden /> {t('all')}
      </Anchor>
      <PageTitle title={room.name} text={`${role}. ${t(`reason.${room.reason}`)}`} />
      <MyRoomActs room={room} />
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="lg" mt="lg" maw={960}>
        <Card withBorder component="section" aria-labelledby="rights-heading">
          <Title order={2} size="h5" mb="sm" id="rights-heading">
            {t('may')}
          </Title>
          <RightsList may={room.may} />
        </Card>
        {room.users !== null && <RoomPeople people={room.users} />}
      </SimpleGrid>
    </>
  )
}

// An address that no room can have is none, either.
function isGone({ status }: ApiError): boolean {
  return status === 404 || status === 400
}
