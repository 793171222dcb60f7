import { Button, CloseButton, Group, Paper, Text } from '@mantine/core'
import { IconFile } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { formatBytes } from '../../ui/format-bytes.ts'
import { useShownLanguage } from '../../words/use-shown-language.ts'

/**
 * A file that was chosen and is not on the server: something is missing before it can be sent, or it did not arrive.
 * @param props.blocked why it cannot be sent yet; null: it can
 */
export function UnsentFile(props: {
  readonly file: File
  readonly blocked: string | null
  readonly onSend: () => void
  readonly onRemove: () => void
}) {
  const { t } = useTranslation('steps')
  const language = useShownLanguage()
  const { name, size } = props.file
  return (
    <Paper withBorder p="sm">
      <Group gap="sm" wrap="nowrap">
        <IconFile size={20} stroke={1.6} aria-hidden className="roster-rigid" />
        <div className="roster-grow">
          <Text size="sm" fw={600} className="roster-break">
            {name}
          </Text>
          <Text size="sm" className="roster-quiet" role="status">
            {props.blocked === null
              ? formatBytes(size, language)
              : t('file.waits', { size: formatBytes(size, language) })}
          </Text>
        </div>
        {props.blocked === null && (
          <Button size="xs" onClick={props.onSend}>
            {t('file.upload')}
          </Button>
        )}
        <CloseButton aria-label={t('file.remove', { name })} onClick={props.onRemove} />
      </Group>
    </Paper>
  )
}
