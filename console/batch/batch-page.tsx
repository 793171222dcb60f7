import { Loader } from '@mantine/core'
import { useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { ApiError } from '../api/client.ts'
import { FailureNotice } from '../ui/failure-notice.tsx'
import { BatchScreen } from './batch-screen.tsx'
import { NoSuchBatch } from './no-such-batch.tsx'
import { useBatch } from './use-batch.ts'

/** Step 3, from the mapping to the result: what the batch at this address is about just now. */
export function BatchPage() {
  const { t } = useTranslation('frame')
  const { batch: id } = useParams({ from: '/framed/batch-operations/$batch' })
  const { batch, isAway, error, refetch } = useBatch(id)
  if (isMissing(error)) return <NoSuchBatch />
  if (batch !== undefined) return <BatchScreen key={id} batch={batch} isAway={isAway} />
  if (error !== null) return <FailureNotice error={error} onRetry={() => void refetch()} />
  return <Loader role="status" aria-label={t('loading')} />
}

function isMissing(error: unknown): boolean {
  return error instanceof ApiError && error.code === 'batch-not-found'
}
