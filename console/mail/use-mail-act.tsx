import { notifications } from '@mantine/notifications'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { MailChoice } from '../../src/http/contract/mail.ts'
import { recallMails, releaseMails } from '../api/mails.ts'
import { useAskFirst } from '../ui/use-ask-first.tsx'
import { useTellFailure } from '../ui/use-tell-failure.ts'

/**
 * Releases or recalls mails, after asking.
 * @param onDone called when it is done
 * @returns `ask`, which is told which mails and how many they are
 */
export function useMailAct(act: 'release' | 'recall', onDone?: () => void) {
  const { t } = useTranslation('mail')
  const askFirst = useAskFirst()
  const queryClient = useQueryClient()
  const { mutate, isPending } = useMutation({
    mutationFn: acts[act],
    onSuccess: async ({ mails }) => {
      notifications.show({ color: 'green', message: t(`${act}.done`, { count: mails }) })
      onDone?.()
      await queryClient.invalidateQueries({ queryKey: ['lists', '/mails'] })
    },
    onError: useTellFailure(),
  })
  const ask = (choice: MailChoice, { held, queued }: Unsent) => {
    const count = held + queued
    const isMixed = held > 0 && queued > 0
    askFirst({
      title: t(`${act}.title`, { count }),
      text: (
        <>
          {isMixed && t('recall.mixed', { held, queued })} {t(`${act}.text`)}
        </>
      ),
      confirm: t(`${act}.act`, { count }),
      isHarmful: act === 'recall',
      onConfirm: () => mutate(choice),
    })
  }
  return { ask, isPending }
}

/** How many mails are meant that wait to be released, and to be sent. */
interface Unsent {
  readonly held: number
  readonly queued: number
}

const acts = { release: releaseMails, recall: recallMails }
