import { Button, Divider, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { SetUp } from '../../src/http/contract/session.ts'
import { setUp } from '../api/set-up.ts'
import { LanguageSelect } from '../doors/language-select.tsx'
import { NameInputs } from '../doors/name-inputs.tsx'
import { useArrival } from '../doors/use-arrival.ts'
import { usePasswordRules } from '../doors/use-password-rules.ts'
import { AddressInput } from '../ui/address-input.tsx'
import { FailureNotice } from '../ui/failure-notice.tsx'
import { NewPassword } from '../ui/new-password.tsx'
import { useShownLanguage } from '../words/use-shown-language.ts'

/** Makes the first company, and whoever fills this in its administrator, who is signed in then. */
export function SetUpCompany({ token }: { readonly token: string }) {
  const { t } = useTranslation('doors')
  const language = useShownLanguage()
  const arrive = useArrival()
  const rules = usePasswordRules()
  const form = useForm<SetUp>({
    initialValues: { company: '', language, email: '', firstName: '', lastName: '', password: '' },
    validate: {
      company: (company) => (company.trim() === '' ? t('setUp.companyMissing') : null),
      email: (email) => (email.trim() === '' ? t('emailMissing') : null),
      password: rules.judge,
    },
  })
  const { mutate, error, isPending } = useMutation({
    mutationFn: (values: SetUp) => setUp(token, values),
    onSuccess: (me) => arrive(me),
    onError: (error) => rules.sayRefusal(form, error),
  })
  return (
    <form onSubmit={form.onSubmit((values) => mutate(values))} noValidate>
      <Stack gap="sm">
        <TextInput
          label={t('setUp.company')}
          autoComplete="organization"
          maxLength={200}
          {...form.getInputProps('company')}
        />
        <LanguageSelect
          label={t('setUp.language')}
          description={t('setUp.languageText')}
          {...form.getInputProps('language')}
        />
        <Divider my={4} />
        <NameInputs
          firstName={form.getInputProps('firstName')}
          lastName={form.getInputProps('lastName')}
        />
        <AddressInput label={t('email')} {...form.getInputProps('email')} />
        <NewPassword {...form.getInputProps('password')} value={form.values.password} />
        <FailureNotice error={rules.besides(error)} />
        <Button type="submit" loading={isPending}>
          {t('setUp.submit')}
        </Button>
      </Stack>
    </form>
  )
}
