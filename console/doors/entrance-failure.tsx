import { Alert, Text } from '@mantine/core'
import { IconClockPause } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { FailureNotice } from '../ui/failure-notice.tsx'
import { secondsToWait } from './seconds-to-wait.ts'

/** Says why the sign-in did not work; where it failed too often, that a pause is to be made. */
export function EntranceFailure({ error }: { readonly error: unknown }) {
  const { t } = useTranslation('doors')
  if (secondsToWait(error) === null) return <FailureNotice error={error} />
  return (
    <Alert
      role="alert"
      color="orange"
      icon={<IconClockPause aria-hidden />}
      title={t('signIn.wait.title')}
    >
      <Text size="sm">{t('signIn.wait.text')}</Text>
    </Alert>
  )
}
