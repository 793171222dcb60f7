import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { invitationQuery } from '../api/invitation.ts'
import { InvitationEnd } from '../doors/invitation-end.tsx'
import { InvitedRooms } from '../doors/invited-rooms.tsx'
import { linkRefusal } from '../doors/link-refusal.ts'
import { useOfferedLanguage } from '../doors/use-offered-language.ts'
import { AcceptInvitation } from '../forms/accept-invitation.tsx'
import { DoorPage } from '../ui/shell/door-page.tsx'
import { DoorWaiting } from '../ui/shell/door-waiting.tsx'

/** Where the link of an invitation leads: who invites to what, and the way to accept it. */
export function Invitation() {
  const { t } = useTranslation('doors')
  const { token } = useParams({ from: '/invitation/$token' })
  const { data: invitation, error, refetch } = useQuery(invitationQuery(token))
  useOfferedLanguage(invitation?.language)
  const refusal = linkRefusal(error)
  if (refusal !== null) return <InvitationEnd refusal={refusal} token={token} />
  if (invitation === undefined) return <DoorWaiting error={error} onRetry={refetch} />
  const { company, inviter, rooms } = invitation
  return (
    <DoorPage
      title={t('invitation.title', { company })}
      text={
        inviter === null ? t('invitation.byCompany', { company }) : t('invitation.by', { inviter })
      }
    >
      {rooms.length > 0 && <InvitedRooms rooms={rooms} />}
      <AcceptInvitation invitation={invitation} token={token} />
    </DoorPage>
  )
}
