import { notifications } from '@mantine/notifications'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { changeMeetingServer, deleteMeetingServer, meetingServerQuery } from '../api/company.ts'

/** The ways to change and to remove the company's meeting server. */
export function useMeetingServer() {
  const { t } = useTranslation('company')
  const queryClient = useQueryClient()
  const { queryKey } = meetingServerQuery
  const saving = useMutation({
    mutationFn: changeMeetingServer,
    onSuccess: (saved) => {
      queryClient.setQueryData(queryKey, saved)
      notifications.show({ message: t('meeting.saved') })
    },
  })
  const removing = useMutation({
    mutationFn: () => deleteMeetingServer(),
    onSuccess: () => {
      queryClient.setQueryData(queryKey, null)
      notifications.show({ message: t('meeting.removed') })
    },
  })
  return {
    save: saving.mutate,
    remove: removing.mutate,
    error: saving.error ?? removing.error,
    isSaving: saving.isPending,
    isRemoving: removing.isPending,
  }
}
