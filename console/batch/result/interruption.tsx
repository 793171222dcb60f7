import { Alert, Button, Stack, Text } from '@mantine/core'
import { IconAlertTriangle, IconPlayerPause, IconPlayerPlay } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { batchQuery, resumeBatch } from '../../api/batches.ts'
import type { Batch } from '../../../src/http/contract/batch.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'

/** Why an execution did not come to its end, and the way to go on. */
export function Interruption(props: { readonly batch: Batch }) {
  const { t } = useTranslation('batch')
  const { batch } = props
  const queryClient = useQueryClient()
  const going = useMutation({
    mutationFn: () => resumeBatch(batch.batch),
    onSuccess: (answer) => queryClient.setQueryData(batchQuery(batch.batch).queryKey, answer),
  })
  const isStopped = batch.state === 'stopped'
  return (
    <Alert
      role="alert"
      color={isStopped ? 'yellow' : 'red'}
      icon={isStopped ? <IconPlayerPause aria-hidden /> : <IconAlertTriangle aria-hidden />}
      title={isStopped ? t('interrupted.stopped') : t('interrupted.failed')}
    >
      <Stack gap="sm" align="start">
        <Text size="sm">
          {batch.cause?.message} {t('interrupted.rest', { count: batch.totals.ready })}
        </Text>
        <FailureNotice error={going.error} />
        <Button
          leftSection={<IconPlayerPlay size={16} aria-hidden />}
          loading={going.isPending}
          onClick={() => going.mutate()}
        >
          {t('interrupted.goOn')}
        </Button>
      </Stack>
    </Alert>
  )
}
