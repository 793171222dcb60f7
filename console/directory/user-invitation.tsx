import { Stack, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconMailForward } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { UserDetail } from '../../src/http/contract/directory.ts'
import { companyQuery } from '../api/company.ts'
import { inviteAgain, userQuery } from '../api/users.ts'
import { FailureNotice } from '../ui/failure-notice.tsx'
import { useMoment } from '../ui/moment.tsx'
import { PermittedButton } from '../ui/permitted-button.tsx'

/** The invitation that is open, or has expired: since when, by whom, until when; and the way to send another. */
export function UserInvitation({ user }: { readonly user: UserDetail }) {
  const { t } = useTranslation('user')
  const { invitation } = user
  const { invite, error, isPending } = useInviteAgain(user)
  return (
    <Stack gap="sm" align="start">
      {invitation !== null && <Sent invitation={invitation} />}
      <FailureNotice error={error} />
      <PermittedButton
        needs="administrate-users"
        variant="default"
        leftSection={<IconMailForward size={16} aria-hidden />}
        loading={isPending}
        onClick={invite}
      >
        {t('invitation.again')}
      </PermittedButton>
      <Text size="sm" className="roster-quiet">
        {t('invitation.againHint')}
      </Text>
    </Stack>
  )
}

function Sent(props: { readonly invitation: NonNullable<UserDetail['invitation']> }) {
  const { t } = useTranslation('user')
  const format = useMoment()
  const [now] = useState(() => Date.now())
  const { issuedAt, until, inviter } = props.invitation
  const at = format(issuedAt)
  return (
    <div>
      <Text size="sm">
        {inviter === null ? t('invitation.byNobody', { at }) : t('invitation.by', { at, inviter })}
      </Text>
      <Text size="sm">
        {Date.parse(until) < now
          ? t('invitation.expired', { until: format(until) })
          : t('invitation.until', { until: format(until) })}
      </Text>
    </div>
  )
}

function useInviteAgain({ id, email }: UserDetail) {
  const { t } = useTranslation('user')
  const queryClient = useQueryClient()
  const { data: company } = useQuery(companyQuery)
  const { mutate, error, isPending } = useMutation({
    mutationFn: () => inviteAgain(id),
    onSuccess: async (user) => {
      queryClient.setQueryData(userQuery(id).queryKey, user)
      const said = company?.holdsMails === true ? 'invitation.doneHeld' : 'invitation.done'
      notifications.show({ color: 'green', message: t(said, { email }) })
      await queryClient.invalidateQueries({ queryKey: ['lists', '/mails'] })
    },
  })
  return { invite: () => mutate(), error, isPending }
}
