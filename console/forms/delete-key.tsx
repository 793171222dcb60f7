import { Button, Text } from '@mantine/core'
import { modals } from '@mantine/modals'
import { notifications } from '@mantine/notifications'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Key } from '../../src/http/contract/key.ts'
import { deleteKey, keysQuery } from '../api/account.ts'
import { describeFailure } from '../ui/describe-failure.ts'

/** Deletes an API key, after asking: what uses it stops working at once, and whoever signed in with it is out. */
export function DeleteKey(props: { readonly apiKey: Key }) {
  const { t } = useTranslation('account')
  const { t: frame } = useTranslation('frame')
  const { id, name, current } = props.apiKey
  const queryClient = useQueryClient()
  const { mutate, isPending } = useMutation({
    mutationFn: () => deleteKey(id),
    // Where it was this session's own key, the refusal that follows leads to the sign-in.
    onSuccess: () => queryClient.invalidateQueries({ queryKey: keysQuery.queryKey }),
    onError: (error) => {
      notifications.show({ color: 'red', message: describeFailure(error, frame) })
    },
  })
  const askFirst = () =>
    modals.openConfirmModal({
      title: t('keys.deleteTitle', { name }),
      children: <Text size="sm">{t(current ? 'keys.deleteCurrentText' : 'keys.deleteText')}</Text>,
      labels: { confirm: t('keys.delete'), cancel: frame('cancel') },
      confirmProps: { color: 'red' },
      onConfirm: () => mutate(),
    })
  return (
    <Button
      variant="default"
      size="xs"
      loading={isPending}
      onClick={askFirst}
      aria-label={t('keys.deleteTitle', { name })}
    >
      {frame('delete')}
    </Button>
  )
}
