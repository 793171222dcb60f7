import { Button, Text } from '@mantine/core'
import { modals } from '@mantine/modals'
import { notifications } from '@mantine/notifications'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { endSessions } from '../api/account.ts'
import { describeFailure } from '../ui/describe-failure.ts'

/** Signs out everywhere, after asking: every session ends, this one as well. */
export function EndSessions(props: { readonly count: number }) {
  const { t } = useTranslation('account')
  const { t: frame } = useTranslation('frame')
  const queryClient = useQueryClient()
  const navigate = useNavigate()
  const { mutate, isPending } = useMutation({
    mutationFn: endSessions,
    onSuccess: async () => {
      await navigate({ to: '/sign-in' })
      queryClient.clear()
    },
    onError: (error) =>
      notifications.show({ color: 'red', message: describeFailure(error, frame) }),
  })
  const askFirst = () =>
    modals.openConfirmModal({
      title: t('sessions.endAllTitle'),
      children: <Text size="sm">{t('sessions.endAllText', props)}</Text>,
      labels: { confirm: t('sessions.endAll'), cancel: frame('cancel') },
      confirmProps: { color: 'red' },
      onConfirm: () => mutate(),
    })
  return (
    <Button variant="default" loading={isPending} onClick={askFirst}>
      {t('sessions.endAll')}
    </Button>
  )
}
