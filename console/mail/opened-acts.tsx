import { Group, Stack } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconRepeat } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Mail } from '../../src/http/contract/mail.ts'
import { sendAgain } from '../api/mails.ts'
import { FailureNotice } from '../ui/failure-notice.tsx'
import { PermittedButton } from '../ui/permitted-button.tsx'
import { isUnsent } from './chosen-mails.ts'
import { MailActs } from './mail-acts.tsx'

/** What can be done with one mail, by what became of it. */
export function OpenedActs({ mail }: { readonly mail: Mail }) {
  if (isUnsent(mail)) {
    const held = mail.state === 'held' ? 1 : 0
    return <MailActs choice={{ mails: [mail.id] }} held={held} queued={1 - held} />
  }
  return repeatable.has(mail.state) ? <SendAgain mail={mail} key={mail.id} /> : null
}

const repeatable = new Set<Mail['state']>(['failed', 'unknown', 'withdrawn'])

function SendAgain({ mail }: { readonly mail: Mail }) {
  const { t } = useTranslation('mail')
  const queryClient = useQueryClient()
  const { mutate, error, isPending } = useMutation({
    mutationFn: () => sendAgain(mail.id),
    onSuccess: async () => {
      notifications.show({ color: 'green', message: t('again.done', { to: mail.to }) })
      await queryClient.invalidateQueries({ queryKey: ['lists', '/mails'] })
    },
  })
  return (
    <Stack gap="xs">
      <Group>
        <PermittedButton
          needs="manage-company-settings"
          size="xs"
          variant="default"
          leftSection={<IconRepeat size={14} aria-hidden />}
          loading={isPending}
          onClick={() => mutate()}
        >
          {t('again.act')}
        </PermittedButton>
      </Group>
      <FailureNotice error={error} />
    </Stack>
  )
}
