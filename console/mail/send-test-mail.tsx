import { notifications } from '@mantine/notifications'
import { IconMailCheck } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { sendTestMail } from '../api/mails.ts'
import { describeFailure } from '../ui/describe-failure.ts'
import { PermittedButton } from '../ui/permitted-button.tsx'

/** Sends a mail to oneself and opens it, so that one sees what becomes of it. */
export function SendTestMail() {
  const { t } = useTranslation('mail')
  const { t: frame } = useTranslation('frame')
  const queryClient = useQueryClient()
  const navigate = useNavigate()
  const { mutate, isPending } = useMutation({
    mutationFn: sendTestMail,
    onSuccess: async ({ id, to }) => {
      notifications.show({ color: 'green', message: t('test.done', { to }) })
      void navigate({ to: '/mail-outbox', search: { open: id } })
      await queryClient.invalidateQueries({ queryKey: ['lists', '/mails'] })
    },
    onError: (error) => {
      const message = describeFailure(error, frame)
      notifications.show({ color: 'red', message, autoClose: false })
    },
  })
  return (
    <PermittedButton
      needs="manage-company-settings"
      variant="default"
      leftSection={<IconMailCheck size={16} aria-hidden />}
      loading={isPending}
      onClick={() => mutate()}
    >
      {t('test.act')}
    </PermittedButton>
  )
}
