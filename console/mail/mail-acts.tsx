import { Group } from '@mantine/core'
import { IconMailOff, IconSend } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { MailChoice } from '../../src/http/contract/mail.ts'
import { PermittedButton } from '../ui/permitted-button.tsx'
import { useMailAct } from './use-mail-act.tsx'

/**
 * Releases and recalls mails, saying how many; what there is nothing of is not offered.
 * @param props.held how many of the chosen wait to be released
 * @param props.queued how many wait to be sent, which can be recalled as well
 */
export function MailActs(props: {
  readonly choice: MailChoice
  readonly held: number
  readonly queued: number
  readonly onDone?: () => void
}) {
  const { t } = useTranslation('mail')
  const { choice, held, queued, onDone } = props
  const release = useMailAct('release', onDone)
  const recall = useMailAct('recall', onDone)
  const unsent = held + queued
  return (
    <Group gap="xs">
      {held > 0 && (
        <PermittedButton
          needs="manage-company-settings"
          size="xs"
          leftSection={<IconSend size={14} aria-hidden />}
          loading={release.isPending}
          onClick={() => release.ask(choice, { held, queued: 0 })}
        >
          {t('release.act', { count: held })}
        </PermittedButton>
      )}
      {unsent > 0 && (
        <PermittedButton
          needs="manage-company-settings"
          size="xs"
          variant="default"
          leftSection={<IconMailOff size={14} aria-hidden />}
          loading={recall.isPending}
          onClick={() => recall.ask(choice, { held, queued })}
        >
          {t('recall.act', { count: unsent })}
        </PermittedButton>
      )}
    </Group>
  )
}
