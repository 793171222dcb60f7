import { Alert, Button, Group, Text } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { describeFailure } from './describe-failure.ts'

/**
 * Says what went wrong and what to do, where it went wrong. Nothing when there is no error.
 * @param props.onRetry offers to try again
 */
export function FailureNotice(props: {
  readonly error: unknown
  readonly onRetry?: (() => void) | undefined
}) {
  const { t } = useTranslation('frame')
  if (props.error === null || props.error === undefined) return null
  return (
    <Alert
      role="alert"
      color="red"
      icon={<IconAlertTriangle aria-hidden />}
      title={t('failure.title')}
    >
      <Group justify="space-between" align="end">
        <Text size="sm">{describeFailure(props.error, t)}</Text>
        {props.onRetry && (
          <Button variant="default" size="xs" onClick={props.onRetry}>
            {t('failure.retry')}
          </Button>
        )}
      </Group>
    </Alert>
  )
}
