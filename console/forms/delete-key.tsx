import { Button, Text } from '@mantine/core'
import { modals } from '@mantine/modals'
import { notifications } from '@mantine/notifications'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { deleteKey, keysQuery } from '../api/company.ts'
import { describeFailure } from '../ui/describe-failure.ts'

/** Deletes an API key, after asking: what uses it stops working at once. */
export function DeleteKey(props: { readonly id: string; readonly name: string }) {
  const { t } = useTranslation(['settings', 'frame'])
  const queryClient = useQueryClient()
  const { mutate, isPending } = useMutation({
    mutationFn: () => deleteKey(props.id),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: keysQuery.queryKey }),
    onError: (error) => {
      notifications.show({ color: 'red', message: describeFailure(error, t) })
    },
  })
  const askFirst = () =>
    modals.openConfirmModal({
      title: t('keys.deleteTitle', { name: props.name }),
      children: <Text size="sm">{t('keys.deleteText')}</Text>,
      labels: { confirm: t('keys.delete'), cancel: t('frame:cancel') },
      confirmProps: { color: 'red' },
      onConfirm: () => mutate(),
    })
  return (
    <Button
      variant="default"
      size="xs"
      loading={isPending}
      onClick={askFirst}
      aria-label={t('keys.deleteTitle', { name: props.name })}
    >
      {t('frame:delete')}
    </Button>
  )
}
