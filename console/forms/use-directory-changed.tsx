import { notifications } from '@mantine/notifications'
import { IconCheck } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'

/** @returns what says that an act succeeded, and has all lists asked for anew */
export function useDirectoryChanged(): (message: string) => void {
  const queryClient = useQueryClient()
  return (message) => {
    notifications.show({ message, color: 'green', icon: <IconCheck size={18} aria-hidden /> })
    void queryClient.invalidateQueries({ queryKey: ['lists'] })
  }
}
