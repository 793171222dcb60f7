import { Alert, Button, Code, Group, Stack, Text, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { IconKey } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { createKey, keysQuery } from '../api/company.ts'
import { CopyTextButton } from '../ui/copy-text-button.tsx'
import { FailureNotice } from '../ui/failure-notice.tsx'

/** Makes an API key and shows it, this once. */
export function CreateKey() {
  const { t } = useTranslation('settings')
  const form = useForm({
    initialValues: { name: '' },
    validate: { name: (name) => (name.trim() === '' ? t('keys.nameMissing') : null) },
  })
  const queryClient = useQueryClient()
  const { mutate, data, error, isPending, reset } = useMutation({
    mutationFn: createKey,
    // The key stays nowhere but on the screen, and goes with it.
    gcTime: 0,
    onSuccess: async () => {
      form.reset()
      await queryClient.invalidateQueries({ queryKey: keysQuery.queryKey })
    },
  })
  return (
    <Stack gap="sm">
      <form onSubmit={form.onSubmit(({ name }) => mutate(name.trim()))} noValidate>
        <Group align="start" gap="sm">
          <TextInput
            label={t('keys.newName')}
            placeholder={t('keys.newNameExample')}
            maxLength={200}
            w={{ base: '100%', xs: 280 }}
            {...form.getInputProps('name')}
          />
          <Button type="submit" variant="default" loading={isPending} mt={{ base: 0, xs: 25 }}>
            {t('keys.create')}
          </Button>
        </Group>
      </form>
      <FailureNotice error={error} />
      {data && (
        <Alert
          role="status"
          icon={<IconKey aria-hidden />}
          title={t('keys.createdTitle', { name: data.name })}
          withCloseButton
          closeButtonLabel={t('keys.hide')}
          onClose={reset}
        >
          <Stack gap="xs" align="start">
            <Text size="sm">{t('keys.createdText')}</Text>
            <Code block className="roster-break-all" w="100%">
              {data.key}
            </Code>
            <CopyTextButton value={data.key} label={t('keys.copy')} />
          </Stack>
        </Alert>
      )}
    </Stack>
  )
}
