import { Alert, Button, Group, Text } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { ApiError } from '../api/client.ts'
import { describeFailure } from './describe-failure.ts'

/**
 * Says what went wrong and what to do, where it went wrong. Nothing when there is no error.
 * @param props.onRetry offers to try again; what is no answer of the server came of the page itself, and is offered to
 *   be loaded anew
 */
export function FailureNotice(props: {
  readonly error: unknown
  readonly onRetry?: (() => void) | undefined
}) {
  const { t } = useTranslation('frame')
  if (props.error === null || props.error === undefined) return null
  const isAnswer = props.error instanceof ApiError
  return (
    <Alert
      role="alert"
      color="red"
      icon={<IconAlertTriangle aria-hidden />}
      title={t('failure.title')}
    >
      <Group justify="space-between" align="end">
        <Text size="sm">{describeFailure(props.error, t)}</Text>
        {props.onRetry && !isForGood(props.error) && (
          <Button
            variant="default"
            size="xs"
            onClick={isAnswer ? props.onRetry : () => location.reload()}
          >
            {t(isAnswer ? 'failure.retry' : 'failure.reload')}
          </Button>
        )}
      </Group>
    </Alert>
  )
}

// Without the permission it is refused each time.
function isForGood(error: unknown): boolean {
  return error instanceof ApiError && error.status === 403
}
