import { Button, Group, Paper, Progress, Stack, Text } from '@mantine/core'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { formatBytes } from '../../ui/format-bytes.ts'
import { useShownLanguage } from '../../words/use-shown-language.ts'
import type { TimedProgress } from './use-upload.ts'

/** How far a source is on its way, and the way to give it up. */
export function UploadProgress(props: {
  readonly progress: TimedProgress
  readonly onCancel: () => void
}) {
  const { t } = useTranslation(['steps', 'frame'])
  const language = useShownLanguage()
  const { sent, total } = props.progress
  // The server answers once it has read all of it, which takes a while with many rows.
  const isReading = total > 0 && sent === total
  const share = total === 0 ? 0 : sent / total
  const phase = isReading ? t('upload.reading') : t('upload.sending')
  return (
    <Paper withBorder p="sm">
      <Stack gap="xs">
        <Group justify="space-between" gap="xs">
          <Text size="sm" fw={600} role="status">
            {phase}
          </Text>
          <Button variant="default" size="compact-sm" onClick={props.onCancel}>
            {t('frame:cancel')}
          </Button>
        </Group>
        <Progress
          aria-label={phase}
          value={share * 100}
          animated={isReading}
          transitionDuration={100}
        />
        <Text size="sm" className="roster-quiet">
          {isReading ? formatBytes(total, language) : howFar(props.progress, t, language)}
        </Text>
      </Stack>
    </Paper>
  )
}

function howFar(
  { sent, total, elapsed }: TimedProgress,
  t: TFunction<['steps', 'frame']>,
  language: string,
): string {
  const share = new Intl.NumberFormat(language, { style: 'percent' })
  return t('upload.howFar', {
    sent: formatBytes(sent, language),
    total: formatBytes(total, language),
    share: share.format(total === 0 ? 0 : sent / total),
    rate: formatBytes(elapsed === 0 ? 0 : (sent / elapsed) * 1000, language),
  })
}
