import { ActionIcon, Button, CopyButton, Tooltip } from '@mantine/core'
import { IconCheck, IconCopy } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'

/**
 * Copies a text to the clipboard and says that it did.
 * @param props.label what is copied, for whoever does not see beside what the button stands
 * @param props.compact an icon only, for rows of tables
 */
export function CopyTextButton(props: {
  readonly value: string
  readonly label: string
  readonly compact?: boolean
}) {
  const { t } = useTranslation('frame')
  return (
    <CopyButton value={props.value}>
      {({ copied, copy }) => {
        const icon = copied ? (
          <IconCheck size={16} aria-hidden />
        ) : (
          <IconCopy size={16} aria-hidden />
        )
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
      }}
    </CopyButton>
  )
}
