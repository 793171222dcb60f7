import { ActionIcon, Menu, Text } from '@mantine/core'
import { IconLogout, IconUserCircle } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { meQuery, signOut } from '../../api/session.ts'

/** Who is signed in, in which company; and the way out. */
export function AccountMenu() {
  const { t } = useTranslation('frame')
  const { data: me } = useQuery(meQuery)
  const navigate = useNavigate()
  const queryClient = useQueryClient()
  const leave = useMutation({
    mutationFn: signOut,
    onSettled: async () => {
      await navigate({ to: '/sign-in' })
      queryClient.clear()
    },
  })
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
          leftSection={<IconLogout size={16} stroke={1.6} aria-hidden />}
          onClick={() => leave.mutate()}
        >
          {t('signOut')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
