import { Alert } from '@mantine/core'
import { IconPlugConnectedX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { BatchState } from '../../src/domain/batch.ts'
import { stageOf } from './stage.ts'

/** The server does not answer; what that means for the batch. */
export function AwayNotice(props: { readonly state: BatchState }) {
  const { t } = useTranslation('batch')
  const isExecuting = stageOf[props.state] === 'executing'
  return (
    <Alert role="alert" color="orange" icon={<IconPlugConnectedX aria-hidden />}>
      {isExecuting ? t('awayExecuting') : t('away')}
    </Alert>
  )
}
