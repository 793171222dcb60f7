import { Button, Group, Stack } from '@mantine/core'
import { useForm } from '@mantine/form'
import { notifications } from '@mantine/notifications'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Me } from '../../src/http/contract/me.ts'
import { changeMe } from '../api/account.ts'
import { meQuery } from '../api/session.ts'
import { LanguageSelect } from '../doors/language-select.tsx'
import { NameInputs } from '../doors/name-inputs.tsx'
import { FailureNotice } from '../ui/failure-notice.tsx'
import { chooseLanguage } from '../words/index.ts'

/** Changes one's own names, and the language: of mails, and of what is on the screen. */
export function ChangeProfile({ me }: { readonly me: Me }) {
  const { t } = useTranslation(['account', 'frame'])
  const { firstName, lastName, language } = me
  const form = useForm({ initialValues: { firstName, lastName, language } })
  const { mutate, error, isPending } = useSave(language)
  const submit = form.onSubmit((values) =>
    mutate(values, { onSuccess: () => form.resetDirty(values) }),
  )
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md" maw={440}>
        <NameInputs
          firstName={form.getInputProps('firstName')}
          lastName={form.getInputProps('lastName')}
        />
        <LanguageSelect
          label={t('profile.language')}
          description={t('profile.languageText')}
          {...form.getInputProps('language')}
        />
        <FailureNotice error={error} />
        <Group>
          <Button type="submit" loading={isPending} disabled={!form.isDirty()}>
            {t('frame:save')}
          </Button>
          {!form.isDirty() && <span className="roster-quiet">{t('profile.nothingChanged')}</span>}
        </Group>
      </Stack>
    </form>
  )
}

function useSave(before: Me['language']) {
  const { t } = useTranslation('account')
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: changeMe,
    onSuccess: async (me) => {
      queryClient.setQueryData(meQuery.queryKey, me)
      if (me.language !== before) await chooseLanguage(me.language)
      notifications.show({ message: t('profile.saved') })
    },
  })
}
