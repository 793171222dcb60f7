import { Button, Group, Modal, Select, SimpleGrid, Stack, Text, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Guest, GuestChange } from '../../src/http/contract/directory.ts'
import { changeGuest } from '../api/directory.ts'
import { roles } from '../directory/roles.ts'
import { FailureNotice } from '../ui/failure-notice.tsx'
import { fromLocalTime, toLocalTime } from '../ui/local-time.ts'
import { useDirectoryChanged } from './use-directory-changed.tsx'

/** Changes name, role and validity of a guest. */
export function ChangeGuest(props: {
  readonly guest: Guest
  readonly opened: boolean
  readonly onClose: () => void
}) {
  const { guest, opened, onClose } = props
  const { t } = useTranslation('guest')
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={<span className="roster-break">{t('changeTitle', { email: guest.email })}</span>}
    >
      <Fields guest={guest} onClose={onClose} />
    </Modal>
  )
}

function Fields(props: { readonly guest: Guest; readonly onClose: () => void }) {
  const { guest, onClose } = props
  const { t } = useTranslation('guest')
  const { t: common } = useTranslation('frame')
  const changed = useDirectoryChanged()
  const form = useGuestForm(guest)
  const save = useMutation({
    mutationFn: (change: GuestChange) => changeGuest(guest.id, change),
    onSuccess: ({ name }) => {
      void changed(t('changed', { name }))
      onClose()
    },
  })
  return (
    <form onSubmit={form.onSubmit((words) => save.mutate(changeOf(guest, words)))} noValidate>
      <Stack>
        <Text size="sm">{t('changeText', { room: guest.room })}</Text>
        <TextInput
          label={t('name')}
          description={t('nameHint')}
          required
          maxLength={200}
          autoComplete="off"
          data-autofocus
          {...form.getInputProps('name')}
        />
        <Select
          label={t('role')}
          data={roles.map((role) => ({ value: role, label: common(`roles.${role}`) }))}
          allowDeselect={false}
          {...form.getInputProps('role')}
        />
        <SimpleGrid cols={{ base: 1, xs: 2 }}>
          <TextInput
            type="datetime-local"
            label={t('validFrom')}
            description={t('validFromHint')}
            {...form.getInputProps('validFrom')}
          />
          <TextInput
            type="datetime-local"
            label={t('validUntil')}
            description={t('validUntilHint')}
            {...form.getInputProps('validUntil')}
          />
        </SimpleGrid>
        <FailureNotice error={save.error} />
        <Group justify="end">
          <Button variant="default" onClick={onClose}>
            {common('cancel')}
          </Button>
          <Button type="submit" loading={save.isPending}>
            {common('save')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

/** What a person says of a guest; times as they stand in their inputs. */
type GuestWords = ReturnType<typeof wordsOf>

function useGuestForm(guest: Guest) {
  const { t } = useTranslation('guest')
  return useForm<GuestWords>({
    initialValues: wordsOf(guest),
    validate: {
      name: (name) => (name.trim() === '' ? t('nameMissing') : null),
      validUntil: (until, { validFrom }) =>
        until !== '' && validFrom !== '' && until <= validFrom ? t('endsBeforeStart') : null,
    },
  })
}

function wordsOf({ name, role, validFrom, validUntil }: Guest) {
  return {
    name,
    role,
    validFrom: toLocalTime(validFrom),
    validUntil: toLocalTime(validUntil),
  }
}

// Only what was changed is sent: what a colleague changed meanwhile stays, and so do the seconds of a time.
function changeOf(guest: Guest, words: GuestWords): GuestChange {
  const before = wordsOf(guest)
  const { name, role, validFrom, validUntil } = words
  return {
    ...(name.trim() !== before.name && { name: name.trim() }),
    ...(role !== before.role && { role }),
    ...(validFrom !== before.validFrom && { validFrom: fromLocalTime(validFrom) }),
    ...(validUntil !== before.validUntil && { validUntil: fromLocalTime(validUntil) }),
  }
}
