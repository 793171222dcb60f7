import { Button, Group, Select, Stack, Text, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { notifications } from '@mantine/notifications'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Company } from '../../src/http/contract/company.ts'
import { changeCompany, companyQuery } from '../api/company.ts'
import { meQuery } from '../api/session.ts'
import { FailureNotice } from '../ui/failure-notice.tsx'

/** Renames the company, and says in which language it invites people and where their answers go. */
export function ChangeCompany(props: { readonly company: Company }) {
  const { t } = useTranslation(['settings', 'company', 'frame'])
  const { company } = props
  const { save, error, isPending } = useSave()
  const form = useForm({
    initialValues: {
      name: company.name,
      language: company.language,
      replyTo: company.replyTo ?? '',
    },
    validate: { name: (name) => (name.trim() === '' ? t('company.nameMissing') : null) },
  })
  const submit = form.onSubmit((values) =>
    save(
      { ...values, replyTo: values.replyTo.trim() === '' ? null : values.replyTo },
      { onSuccess: () => form.resetDirty(values) },
    ),
  )
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md" maw={440}>
        <TextInput label={t('company.name')} maxLength={200} {...form.getInputProps('name')} />
        <Select
          label={t('company.language')}
          description={t('company.languageText')}
          data={[
            { value: 'en', label: 'English' },
            { value: 'de', label: 'Deutsch' },
          ]}
          allowDeselect={false}
          {...form.getInputProps('language')}
        />
        <TextInput
          label={t('company:replyTo.label')}
          description={t('company:replyTo.text')}
          inputMode="email"
          autoComplete="off"
          spellCheck={false}
          maxLength={320}
          {...form.getInputProps('replyTo')}
        />
        <FailureNotice error={error} />
        <Group>
          <Button type="submit" loading={isPending} disabled={!form.isDirty()}>
            {t('frame:save')}
          </Button>
          {!form.isDirty() && (
            <Text size="sm" className="roster-quiet">
              {t('company.nothingChanged')}
            </Text>
          )}
        </Group>
      </Stack>
    </form>
  )
}

function useSave() {
  const { t } = useTranslation('settings')
  const queryClient = useQueryClient()
  const { mutate, error, isPending } = useMutation({
    mutationFn: changeCompany,
    onSuccess: async (company) => {
      queryClient.setQueryData(companyQuery.queryKey, company)
      await queryClient.invalidateQueries({ queryKey: meQuery.queryKey })
      notifications.show({ message: t('company.saved') })
    },
  })
  return { save: mutate, error, isPending }
}
