import { Alert, Text } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'

/** Says why somebody who comes back from the provider is not signed in. */
export function ProviderFailure({ code }: { readonly code: string }) {
  const { t } = useTranslation('doors')
  const known = reasons.find((reason) => reason === code) ?? 'other'
  return (
    <Alert
      role="alert"
      color="red"
      icon={<IconAlertTriangle aria-hidden />}
      title={t('signIn.failed.title')}
    >
      <Text size="sm">{t(`signIn.failed.${known}`)}</Text>
    </Alert>
  )
}

const reasons = [
  'single-sign-on-failed',
  'user-not-found',
  'email-not-verified',
  'access-denied',
] as const
