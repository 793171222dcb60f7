import { Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { enterGuestRoom, guestRoomQuery } from '../api/guest-room.ts'
import { GuestLinkEnd } from '../doors/guest-link-end.tsx'
import { linkRefusal } from '../doors/link-refusal.ts'
import { useOfferedLanguage } from '../doors/use-offered-language.ts'
import { EnterButton } from '../my-rooms/enter-button.tsx'
import { RightsList } from '../my-rooms/rights-list.tsx'
import { useMoment } from '../ui/moment.tsx'
import { DoorPage } from '../ui/shell/door-page.tsx'
import { DoorWaiting } from '../ui/shell/door-waiting.tsx'

/** Where a guest link leads: one room, what the guest may do there, and the way in. */
export function GuestRoom() {
  const { t } = useTranslation('doors')
  const { t: common } = useTranslation('frame')
  const moment = useMoment()
  const { token } = useParams({ from: '/guest/$token' })
  const { data: guest, error, refetch } = useQuery(guestRoomQuery(token))
  useOfferedLanguage(guest?.language)
  const refusal = linkRefusal(error)
  if (refusal !== null) return <GuestLinkEnd refusal={refusal} onOpen={() => void refetch()} />
  if (guest === undefined) return <DoorWaiting error={error} onRetry={refetch} />
  const { company, room, name, role, may, validUntil, canEnter } = guest
  return (
    <DoorPage title={room} text={t('guest.you', { name, company })}>
      <div>
        <Text fw={600} mb="xs">
          {t('guest.role', { role: common(`roles.${role}`) })}
        </Text>
        <RightsList may={may} without="edit" />
      </div>
      {canEnter ? (
        <EnterButton enter={() => enterGuestRoom(token)} size="md" fullWidth />
      ) : (
        <Text role="note">{t('guest.notYet', { company })}</Text>
      )}
      <Text size="sm" className="roster-quiet">
        {validUntil === null
          ? t('guest.unlimited')
          : t('guest.until', { until: moment(validUntil) })}
      </Text>
    </DoorPage>
  )
}
