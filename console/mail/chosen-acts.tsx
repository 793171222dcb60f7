import { Button, Group, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useChosen } from './chosen-mails.ts'
import { MailActs } from './mail-acts.tsx'
import './mail.css'

/** What can be done with the mails that are chosen; nothing when none is. */
export function ChosenActs() {
  const { t } = useTranslation('mail')
  const { chosen, choose } = useChosen()
  if (chosen.length === 0) return null
  const held = chosen.filter(({ state }) => state === 'held').length
  return (
    <Group gap="sm" mb="sm" className="mail-chosen">
      <Text size="sm" fw={600} role="status">
        {t('choice.count', { count: chosen.length })}
      </Text>
      <MailActs
        choice={{ mails: chosen.map(({ id }) => id) }}
        held={held}
        queued={chosen.length - held}
        onDone={() => choose(chosen, false)}
      />
      <Button variant="subtle" size="xs" onClick={() => choose(chosen, false)}>
        {t('choice.none')}
      </Button>
    </Group>
  )
}
