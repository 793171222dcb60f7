import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { endSession, sessionsQuery } from '../api/account.ts'
import { focusContent } from '../ui/focus-content.ts'
import { useTellFailure } from '../ui/use-tell-failure.ts'

/**
 * Ends another session of one's own: whoever uses it is out at once.
 * @param props.label which one, for whoever does not see beside what the button stands
 */
export function EndSession(props: { readonly id: string; readonly label: string }) {
  const { t } = useTranslation('account')
  const queryClient = useQueryClient()
  const { mutate, isPending } = useMutation({
    mutationFn: () => endSession(props.id),
    onSuccess: () => {
      notifications.show({ message: t('sessions.ended') })
      // The button goes with the session.
      focusContent()
    },
    onError: useTellFailure(),
    // Also where it was refused: it may have ended already.
    onSettled: () => queryClient.invalidateQueries({ queryKey: sessionsQuery.queryKey }),
  })
  return (
    <Button
      variant="default"
      size="xs"
      loading={isPending}
      aria-label={props.label}
      onClick={() => mutate()}
    >
      {t('sessions.end')}
    </Button>
  )
}
