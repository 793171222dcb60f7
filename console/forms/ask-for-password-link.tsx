import { Button, Stack } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation } from '@tanstack/react-query'
import { useLocation } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { askForPasswordLink } from '../api/password.ts'
import { AddressInput } from '../ui/address-input.tsx'
import { FailureNotice } from '../ui/failure-notice.tsx'

declare module '@tanstack/react-router' {
  interface HistoryState {
    /** What was typed at the sign-in already. */
    readonly email?: string
  }
}

/**
 * Asks for the address to which a link is mailed.
 * @param props.onAsked told the address once the server has taken the wish
 */
export function AskForPasswordLink(props: { readonly onAsked: (email: string) => void }) {
  const { t } = useTranslation('doors')
  const { state } = useLocation()
  const form = useForm({
    initialValues: { email: state.email ?? '' },
    validate: { email: (email) => (email.trim() === '' ? t('emailMissing') : null) },
  })
  const { mutate, error, isPending } = useMutation({
    mutationFn: askForPasswordLink,
    onSuccess: (_, email) => props.onAsked(email),
  })
  return (
    <form onSubmit={form.onSubmit(({ email }) => mutate(email.trim()))} noValidate>
      <Stack gap="sm">
        <AddressInput label={t('email')} {...form.getInputProps('email')} />
        <FailureNotice error={error} />
        <Button type="submit" loading={isPending}>
          {t('forgottenPage.submit')}
        </Button>
      </Stack>
    </form>
  )
}
