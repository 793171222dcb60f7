import { Button, Stack } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { PasswordLink } from '../../src/http/contract/session.ts'
import { choosePassword } from '../api/password.ts'
import { NameInputs } from '../doors/name-inputs.tsx'
import { useArrival } from '../doors/use-arrival.ts'
import { usePasswordRules } from '../doors/use-password-rules.ts'
import { AddressInput } from '../ui/address-input.tsx'
import { FailureNotice } from '../ui/failure-notice.tsx'
import { NewPassword } from '../ui/new-password.tsx'

/** Chooses the password of whom the link is for, and signs in. Who had none yet says a name, too. */
export function ChoosePassword(props: { readonly link: PasswordLink; readonly token: string }) {
  const { t } = useTranslation('doors')
  const { link, token } = props
  const arrive = useArrival()
  const rules = usePasswordRules()
  const form = useForm({
    initialValues: { firstName: link.firstName, lastName: link.lastName, password: '' },
    validate: { password: rules.judge },
  })
  const { mutate, error, isPending } = useMutation({
    mutationFn: ({ firstName, lastName, password }: typeof form.values) =>
      choosePassword(token, { password, ...(link.isFirst && { firstName, lastName }) }),
    onSuccess: (me) => arrive(me),
    onError: (error) => rules.sayRefusal(form, error),
  })
  return (
    <form onSubmit={form.onSubmit((values) => mutate(values))} noValidate>
      <Stack gap="sm">
        {link.isFirst && (
          <NameInputs
            firstName={form.getInputProps('firstName')}
            lastName={form.getInputProps('lastName')}
          />
        )}
        {/* To be read, and for the browser to know whose password it keeps. */}
        <AddressInput label={t('email')} variant="filled" readOnly value={link.email} />
        <NewPassword {...form.getInputProps('password')} value={form.values.password} />
        <FailureNotice error={rules.besides(error)} />
        <Button type="submit" loading={isPending}>
          {t('choose.submit')}
        </Button>
      </Stack>
    </form>
  )
}
