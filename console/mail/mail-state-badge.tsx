import { Badge } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Mail } from '../../src/http/contract/mail.ts'
import { mailStates } from './mail-states.ts'

/** What became of a mail: icon, colour and word. */
export function MailStateBadge({ state }: Pick<Mail, 'state'>) {
  const { t } = useTranslation('mail')
  const { icon: Icon, colour } = mailStates[state]
  return (
    <Badge
      variant="light"
      color={colour}
      // In the colour of the tint, the words of some states could not be read by everybody.
      c="var(--mantine-color-text)"
      miw="max-content"
      tt="none"
      fw={500}
      leftSection={<Icon size={14} aria-hidden />}
    >
      {t(`states.${state}`)}
    </Badge>
  )
}
