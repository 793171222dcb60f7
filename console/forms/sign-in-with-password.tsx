import { Anchor, Button, Stack } from '@mantine/core'
import { useForm } from '@mantine/form'
import { Link } from '@tanstack/react-router'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { EntranceFailure } from '../doors/entrance-failure.tsx'
import { secondsToWait } from '../doors/seconds-to-wait.ts'
import { useCountdown } from '../doors/use-countdown.ts'
import type { Entrance } from '../doors/use-entrance.ts'
import { AddressInput } from '../ui/address-input.tsx'
import { describeDuration } from '../ui/describe-duration.ts'
import { PasswordField } from '../ui/password-field.tsx'
import { useShownLanguage } from '../words/use-shown-language.ts'

/** Asks for address and password. After too many failures it waits, with all that was typed. */
export function SignInWithPassword({ entrance }: { readonly entrance: Entrance }) {
  const { t } = useTranslation('doors')
  const language = useShownLanguage()
  const { enter, error, tried, isPending } = entrance
  const { left, start } = useCountdown()
  const seconds = secondsToWait(error)
  useEffect(() => {
    if (seconds !== null) start(seconds)
    // oxlint-disable-next-line react/exhaustive-deps -- each refusal begins the pause anew
  }, [error])
  const form = useForm({
    // What was typed before a company had to be chosen is there again.
    initialValues: tried !== undefined && 'email' in tried ? typed(tried) : typed(nothing),
    validate: {
      email: (email) => (email.trim() === '' ? t('emailMissing') : null),
      password: (password) => (password === '' ? t('passwordMissing') : null),
    },
  })
  return (
    <form onSubmit={form.onSubmit(enter)} noValidate>
      <Stack gap="sm">
        <AddressInput label={t('email')} {...form.getInputProps('email')} />
        <PasswordField
          label={t('password')}
          autoComplete="current-password"
          {...form.getInputProps('password')}
        />
        {(seconds === null || left > 0) && <EntranceFailure error={error} />}
        <Button type="submit" loading={isPending} disabled={left > 0}>
          {left > 0
            ? t('signIn.wait.left', { time: describeDuration(left, language) })
            : t('signIn.submit')}
        </Button>
        <Anchor
          size="sm"
          ta="center"
          renderRoot={(props) => (
            <Link to="/forgotten-password" state={{ email: form.values.email.trim() }} {...props} />
          )}
        >
          {t('forgotten')}
        </Anchor>
      </Stack>
    </form>
  )
}

const nothing = { email: '', password: '' }

function typed({ email, password }: typeof nothing): typeof nothing {
  return { email, password }
}
