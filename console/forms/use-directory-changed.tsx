import { notifications } from '@mantine/notifications'
import { IconCheck } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'

/** @returns what says that an act succeeded, and has all lists asked for anew; done when they are there */
export function useDirectoryChanged(): (message: string) => Promise<void> {
  const { t } = useTranslation('frame')
  const queryClient = useQueryClient()
  return (message) => {
    notifications.show({
      message,
      color: 'green',
      icon: <IconCheck size={18} aria-hidden />,
      closeButtonProps: { 'aria-label': t('close') },
    })
    return queryClient.invalidateQueries({ queryKey: ['lists'] })
  }
}
