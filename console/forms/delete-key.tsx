import { Button } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Key } from '../../src/http/contract/key.ts'
import { deleteKey, keysQuery } from '../api/account.ts'
import { useAskFirst } from '../ui/use-ask-first.tsx'
import { useTellFailure } from '../ui/use-tell-failure.ts'

/** Deletes an API key, after asking: what uses it stops working at once, and whoever signed in with it is out. */
export function DeleteKey(props: { readonly apiKey: Key }) {
  const { t } = useTranslation('account')
  const { t: frame } = useTranslation('frame')
  const { id, name, current } = props.apiKey
  const askFirst = useAskFirst()
  const queryClient = useQueryClient()
  const { mutate, isPending } = useMutation({
    mutationFn: () => deleteKey(id),
    // Where it was this session's own key, the refusal that follows leads to the sign-in.
    onSuccess: () => queryClient.invalidateQueries({ queryKey: keysQuery.queryKey }),
    onError: useTellFailure(),
  })
  const ask = () =>
    askFirst({
      title: t('keys.deleteTitle', { name }),
      text: t(current ? 'keys.deleteCurrentText' : 'keys.deleteText'),
      confirm: t('keys.delete'),
      isHarmful: true,
      onConfirm: () => mutate(),
    })
  return (
    <Button
      variant="default"
      size="xs"
      loading={isPending}
      onClick={ask}
      aria-label={t('keys.deleteTitle', { name })}
    >
      {frame('delete')}
    </Button>
  )
}
