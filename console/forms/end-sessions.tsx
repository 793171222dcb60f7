import { Button } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { endSessions } from '../api/account.ts'
import { useAskFirst } from '../ui/use-ask-first.tsx'
import { useTellFailure } from '../ui/use-tell-failure.ts'

/** Signs out everywhere, after asking: every session ends, this one as well. */
export function EndSessions(props: { readonly count: number }) {
  const { t } = useTranslation('account')
  const askFirst = useAskFirst()
  const queryClient = useQueryClient()
  const navigate = useNavigate()
  const { mutate, isPending } = useMutation({
    mutationFn: endSessions,
    onSuccess: async () => {
      await navigate({ to: '/sign-in' })
      queryClient.clear()
    },
    onError: useTellFailure(),
  })
  const ask = () =>
    askFirst({
      title: t('sessions.endAllTitle'),
      text: t('sessions.endAllText', props),
      confirm: t('sessions.endAll'),
      isHarmful: true,
      onConfirm: () => mutate(),
    })
  return (
    <Button variant="default" loading={isPending} onClick={ask}>
      {t('sessions.endAll')}
    </Button>
  )
}
