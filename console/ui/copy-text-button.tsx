import { ActionIcon, Button, Tooltip } from '@mantine/core'
import { useTimeout } from '@mantine/hooks'
import { notifications } from '@mantine/notifications'
import { IconCheck, IconCopy } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { copyText } from './copy-text.ts'

/**
 * Copies a text to the clipboard and says whether it did.
 * @param props.label what is copied, for whoever does not see beside what the button stands
 * @param props.compact an icon only, for rows of tables
 */
export function CopyTextButton(props: {
  readonly value: string
  readonly label: string
  readonly compact?: boolean
}) {
  const { t } = useTranslation('frame')
  const { copied, copy } = useCopy(props.value)
  const icon = copied ? <IconCheck size={16} aria-hidden /> : <IconCopy size={16} aria-hidden />
  const said = copied ? t('copied') : props.label
  return props.compact === true ? (
    <Tooltip label={said}>
      <ActionIcon variant="subtle" onClick={copy} aria-label={said}>
        {icon}
      </ActionIcon>
    </Tooltip>
  ) : (
    <Button variant="default" size="xs" leftSection={icon} onClick={copy}>
      {said}
    </Button>
  )
}

function useCopy(text: string) {
  const { t } = useTranslation('frame')
  const [copied, setCopied] = useState(false)
  const { start } = useTimeout(() => setCopied(false), 1500)
  const copy = async () => {
    const isDone = await copyText(text)
    setCopied(isDone)
    if (isDone) start()
    else notifications.show({ color: 'red', message: t('notCopied') })
  }
  return { copied, copy: () => void copy() }
}
