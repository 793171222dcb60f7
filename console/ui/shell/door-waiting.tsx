import { Center, Loader } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { FailureNotice } from '../failure-notice.tsx'
import { DoorPage } from './door-page.tsx'

/** Stands in the place of such a page until it is known what to show, or where that cannot be known now. */
export function DoorWaiting(props: { readonly error: unknown; readonly onRetry: () => unknown }) {
  const { t } = useTranslation('frame')
  if (props.error !== null) {
    return (
      <DoorPage title={t('failure.title')}>
        <FailureNotice error={props.error} onRetry={() => void props.onRetry()} />
      </DoorPage>
    )
  }
  return (
    <Center component="main" mih="100%">
      <Loader aria-label={t('loading')} role="status" />
    </Center>
  )
}
