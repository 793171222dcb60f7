import { Button, Code, Fieldset, Group, PasswordInput, Stack, Text, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useTranslation } from 'react-i18next'
import type { MeetingServer } from '../../src/http/contract/company.ts'
import { exampleAddress, hasPlaceholder } from '../company/meeting-address.ts'
import { useMeetingServer } from '../company/use-meeting-server.ts'
import { FailureNotice } from '../ui/failure-notice.tsx'
import { useAskFirst } from '../ui/use-ask-first.tsx'

/** Says where rooms are entered; null: nowhere yet. Its secret can be set, and is never shown. */
export function ChangeMeetingServer(props: { readonly server: MeetingServer | null }) {
  const { server } = props
  const { t } = useTranslation('company')
  const askFirst = useAskFirst()
  const { save, remove, error, isSaving, isRemoving } = useMeetingServer()
  const hasSecret = server?.hasSecret ?? false
  const form = useMeetingForm(server)
  const { address } = form.getValues()
  const isSigned = hasPlaceholder(address, 'jwt')
  const example = exampleAddress(address)
  const submit = form.onSubmit(({ appId, secret }) =>
    save(
      {
        address: address.trim(),
        appId: isSigned ? appId.trim() : null,
        ...(isSigned && secret !== '' && { secret }),
      },
      {
        onSuccess: (saved) => {
          form.setValues(wordsOf(saved))
          form.resetDirty(wordsOf(saved))
        },
      },
    ),
  )
  const askToRemove = () =>
    askFirst({
      title: t('meeting.removeTitle'),
      text: t('meeting.removeText'),
      confirm: t('meeting.remove'),
      isHarmful: true,
      onConfirm: () => remove(),
    })
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md">
        {server === null && <Text size="sm">{t('meeting.none')}</Text>}
        <TextInput
          label={t('meeting.address')}
          description={t('meeting.addressText')}
          placeholder="https://meet.example.org/{room}"
          inputMode="url"
          autoComplete="off"
          spellCheck={false}
          maxLength={2000}
          {...form.getInputProps('address')}
        />
        {example !== null && (
          <div>
            <Text size="sm">{t('meeting.example')}</Text>
            <Code block className="roster-break-all">
              {example}
            </Code>
          </div>
        )}
        {isSigned && (
          <Fieldset legend={t('meeting.signing')}>
            <Stack gap="sm">
              <Text size="sm" className="roster-quiet">
                {t('meeting.signingText')}
              </Text>
              <TextInput
                label={t('meeting.appId')}
                autoComplete="off"
                spellCheck={false}
                maxLength={200}
                maw={440}
                {...form.getInputProps('appId')}
              />
              <PasswordInput
                label={t('meeting.secret')}
                description={t(hasSecret ? 'meeting.secretIsSet' : 'meeting.secretText')}
                autoComplete="new-password"
                maxLength={500}
                maw={440}
                {...form.getInputProps('secret')}
              />
            </Stack>
          </Fieldset>
        )}
        <FailureNotice error={error} />
        <Group gap="xs">
          <Button type="submit" loading={isSaving} disabled={!form.isDirty()}>
            {t('meeting.save')}
          </Button>
          {server !== null && (
            <Button variant="default" onClick={askToRemove} loading={isRemoving}>
              {t('meeting.remove')}
            </Button>
          )}
        </Group>
      </Stack>
    </form>
  )
}

function useMeetingForm(server: MeetingServer | null) {
  const { t } = useTranslation('company')
  return useForm({
    initialValues: wordsOf(server),
    validate: {
      address: (address) => {
        if (address.trim() === '') return t('meeting.missing')
        if (!/^https?:\/\//iu.test(address.trim())) return t('meeting.notSafe')
        return hasPlaceholder(address, 'room') ? null : t('meeting.noRoom')
      },
      appId: (appId, { address }) =>
        hasPlaceholder(address, 'jwt') && appId.trim() === '' ? t('meeting.appIdMissing') : null,
      secret: (secret, { address }) => {
        const isKept = secret === '' && server?.hasSecret === true
        const isNeeded = hasPlaceholder(address, 'jwt') && !isKept
        return isNeeded && secret.length < shortestSecret ? t('meeting.secretMissing') : null
      },
    },
  })
}

const shortestSecret = 16

function wordsOf(server: MeetingServer | null) {
  return { address: server?.address ?? '', appId: server?.appId ?? '', secret: '' }
}
