import { Button, Stack, Text } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Invitation, InvitationAcceptance } from '../../src/http/contract/invitation.ts'
import { acceptInvitation } from '../api/invitation.ts'
import { LanguageSelect } from '../doors/language-select.tsx'
import { NameInputs } from '../doors/name-inputs.tsx'
import { useArrival } from '../doors/use-arrival.ts'
import { usePasswordRules } from '../doors/use-password-rules.ts'
import { AddressInput } from '../ui/address-input.tsx'
import { FailureNotice } from '../ui/failure-notice.tsx'
import { useMoment } from '../ui/moment.tsx'
import { NewPassword } from '../ui/new-password.tsx'
import { chooseLanguage } from '../words/index.ts'
import { useShownLanguage } from '../words/use-shown-language.ts'

/** The name as it was given, the language, a password: then somebody is a user, and in their rooms. */
export function AcceptInvitation(props: {
  readonly invitation: Invitation
  readonly token: string
}) {
  const { t } = useTranslation('doors')
  const moment = useMoment()
  const { invitation, token } = props
  const arrive = useArrival()
  const rules = usePasswordRules()
  const form = useForm({
    initialValues: {
      firstName: invitation.firstName,
      lastName: invitation.lastName,
      password: '',
    },
    validate: { password: rules.judge },
  })
  const language = useShownLanguage()
  const { mutate, error, isPending } = useMutation({
    mutationFn: (acceptance: InvitationAcceptance) => acceptInvitation(token, acceptance),
    onSuccess: (me) => arrive(me, '/my-rooms'),
    onError: (error) => rules.sayRefusal(form, error),
  })
  return (
    <form onSubmit={form.onSubmit((values) => mutate({ ...values, language }))} noValidate>
      <Stack gap="sm">
        <NameInputs
          firstName={form.getInputProps('firstName')}
          lastName={form.getInputProps('lastName')}
        />
        <LanguageSelect
          label={t('languageField')}
          value={language}
          onChange={(chosen) => void chooseLanguage(chosen === 'de' ? 'de' : 'en')}
        />
        {/* To be read, and for the browser to know whose password it keeps. */}
        <AddressInput label={t('email')} variant="filled" readOnly value={invitation.email} />
        <NewPassword {...form.getInputProps('password')} value={form.values.password} />
        <FailureNotice error={rules.besides(error)} />
        <Button type="submit" loading={isPending}>
          {t('invitation.submit')}
        </Button>
        <Text size="sm" className="roster-quiet" ta="center">
          {t('invitation.until', { until: moment(invitation.until) })}
        </Text>
      </Stack>
    </form>
  )
}
