import { Button, Stack, Text } from '@mantine/core'
import { useForm } from '@mantine/form'
import { notifications } from '@mantine/notifications'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Me } from '../../src/http/contract/me.ts'
import { sessionsQuery } from '../api/account.ts'
import { ApiError } from '../api/client.ts'
import { changePassword } from '../api/password.ts'
import { meQuery } from '../api/session.ts'
import { usePasswordRules } from '../doors/use-password-rules.ts'
import { FailureNotice } from '../ui/failure-notice.tsx'
import { NewPassword } from '../ui/new-password.tsx'
import { PasswordField } from '../ui/password-field.tsx'

/** Changes one's own password, or chooses the first; all other sessions end. */
export function ChangePassword({ me }: { readonly me: Me }) {
  const { t } = useTranslation('account')
  const { hasPassword, email } = me
  const rules = usePasswordRules()
  const form = useForm({
    initialValues: { current: '', password: '' },
    validate: {
      current: (current) => (hasPassword && current === '' ? t('password.currentMissing') : null),
      password: rules.judge,
    },
  })
  const { mutate, error, isPending } = useChange(hasPassword, {
    onSuccess: form.reset,
    onError: (error) => {
      rules.sayRefusal(form, error)
      if (!isAboutCurrent(error)) return
      form.setFieldError('current', t('password.currentWrong'))
      form.getInputNode('current')?.focus()
    },
  })
  const submit = form.onSubmit(({ current, password }) =>
    mutate({ current: hasPassword ? current : null, password }),
  )
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md" maw={440}>
        {!hasPassword && <Text>{t('password.none')}</Text>}
        {/* For the browser to know whose password it keeps. */}
        <input type="text" autoComplete="username" value={email} readOnly hidden />
        {hasPassword && (
          <PasswordField
            label={t('password.current')}
            autoComplete="current-password"
            {...form.getInputProps('current')}
          />
        )}
        <NewPassword
          {...form.getInputProps('password')}
          label={t('password.new')}
          value={form.values.password}
        />
        <FailureNotice error={isAboutCurrent(error) ? null : rules.besides(error)} />
        <div>
          <Button type="submit" loading={isPending}>
            {t(hasPassword ? 'password.submit' : 'password.choose')}
          </Button>
        </div>
      </Stack>
    </form>
  )
}

function useChange(
  hadPassword: boolean,
  then: { readonly onSuccess: () => void; readonly onError: (error: unknown) => void },
) {
  const { t } = useTranslation('account')
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: changePassword,
    onError: then.onError,
    onSuccess: async () => {
      then.onSuccess()
      notifications.show({ message: t(hadPassword ? 'password.changed' : 'password.chosen') })
      await Promise.all([
        queryClient.invalidateQueries({ queryKey: meQuery.queryKey }),
        queryClient.invalidateQueries({ queryKey: sessionsQuery.queryKey }),
      ])
    },
  })
}

function isAboutCurrent(error: unknown): boolean {
  return error instanceof ApiError && error.code === 'wrong-password'
}
