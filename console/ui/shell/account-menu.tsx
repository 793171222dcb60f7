import { ActionIcon, Menu, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconLogout, IconUserCircle, IconUserCog } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { ApiError } from '../../api/client.ts'
import { meQuery, signOut } from '../../api/session.ts'
import { describeFailure } from '../describe-failure.ts'

/** Who is signed in, in which company; and the way out. */
export function AccountMenu() {
  const { t } = useTranslation('frame')
  const { data: me } = useQuery(meQuery)
  const leave = useSignOut()
  if (me === undefined) return null
  const label = t('signedInAs', { email: me.email })
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size="lg" aria-label={label}>
          <IconUserCircle size={20} stroke={1.6} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown maw={300}>
        <div className="roster-account">
          <Text size="sm" fw={600}>
            {me.company.name}
          </Text>
          <Text size="sm" className="roster-quiet roster-break">
            {label}
          </Text>
        </div>
        <Menu.Divider />
        <Menu.Item
          leftSection={<IconUserCog size={16} stroke={1.6} aria-hidden />}
          renderRoot={(props) => <Link to="/account" {...props} />}
        >
          {t('myAccount')}
        </Menu.Item>
        <Menu.Item leftSection={<IconLogout size={16} stroke={1.6} aria-hidden />} onClick={leave}>
          {t('signOut')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}

function useSignOut(): () => void {
  const { t } = useTranslation('frame')
  const navigate = useNavigate()
  const queryClient = useQueryClient()
  const show = async () => {
    notifications.hide(warning)
    await navigate({ to: '/sign-in' })
    queryClient.clear()
  }
  // Whoever leaves a machine to others must know that the session is still open.
  const warn = (error: unknown) =>
    notifications.show({
      id: warning,
      color: 'red',
      title: t('stillSignedIn'),
      message: describeFailure(error, t),
      autoClose: false,
    })
  const { mutate } = useMutation({
    mutationFn: signOut,
    onSuccess: show,
    onError: (error) => (isSignedOut(error) ? show() : warn(error)),
  })
  return mutate
}

const warning = 'still-signed-in'

function isSignedOut(error: unknown): boolean {
  return error instanceof ApiError && error.code === 'sign-in-required'
}
