import { Group, Text } from '@mantine/core'
import { IconCircleCheck, IconMailForward } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { User } from '../../src/http/contract/directory.ts'
import './user-status.css'

/** Whether somebody has followed the invitation. */
export function UserStatus({ status }: Pick<User, 'status'>) {
  const { t } = useTranslation('directory')
  const Icon = status === 'active' ? IconCircleCheck : IconMailForward
  return (
    <Group gap={6} wrap="nowrap">
      <Icon size={16} stroke={1.8} aria-hidden className={`user-status-${status}`} />
      <Text size="sm">{t(`status.${status}`)}</Text>
    </Group>
  )
}
