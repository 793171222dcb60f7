import { Button, Code, PasswordInput, Stack, Text } from '@mantine/core'
import { useForm } from '@mantine/form'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

/** Asks for an API key. It goes to the server once and is kept nowhere in the browser. */
export function SignInWithKey(props: {
  readonly isPending: boolean
  readonly onSubmit: (key: string) => void
  readonly failure: ReactNode
}) {
  const { t } = useTranslation('doors')
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { key: '' },
    validate: { key: (key) => (key.trim() === '' ? t('signIn.keyMissing') : null) },
  })
  return (
    <form onSubmit={form.onSubmit(({ key }) => props.onSubmit(key.trim()))} noValidate>
      <Stack gap="sm">
        <PasswordInput
          label={t('signIn.key')}
          placeholder="roster_…"
          autoComplete="off"
          spellCheck={false}
          key={form.key('key')}
          {...form.getInputProps('key')}
        />
        {props.failure}
        <Button type="submit" loading={props.isPending}>
          {t('signIn.submitKey')}
        </Button>
        <Text size="sm" className="roster-quiet">
          {t('signIn.keyHint')} <Code>roster keys create --name console</Code>
        </Text>
      </Stack>
    </form>
  )
}
