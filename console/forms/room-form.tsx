import { Button, Group, Select, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Room } from '../../src/http/contract/directory.ts'
import { ApiError } from '../api/client.ts'
import { describeFailure } from '../ui/describe-failure.ts'
import { FailureNotice } from '../ui/failure-notice.tsx'
import { roles } from '../directory/roles.ts'

/** What a person says of a room. */
export type RoomWords = Pick<Room, 'name' | 'defaultRole'>

/**
 * The fields of a room. A name that is taken is said at the name; what was typed stays until it is saved.
 * @param props.save does it; what it rejects with is shown
 * @param props.onSaved called with what `save` answered
 */
export function RoomForm<Answer>(props: {
  readonly initial: RoomWords
  readonly submit: string
  readonly save: (room: RoomWords) => Promise<Answer>
  readonly onSaved: (answer: Answer) => void
  readonly onCancel: () => void
}) {
  const { t } = useTranslation('directory')
  const { t: common } = useTranslation('frame')
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { name: props.initial.name, defaultRole: props.initial.defaultRole ?? noRole },
    validate: { name: (name) => (name.trim() === '' ? t('forms.nameMissing') : null) },
  })
  const save = useMutation({
    mutationFn: props.save,
    onSuccess: props.onSaved,
    onError: (error) => {
      if (!isAboutName(error)) return
      form.setFieldError('name', describeFailure(error, common))
      form.getInputNode('name')?.focus()
    },
  })
  const submit = form.onSubmit(({ name, defaultRole }) => {
    const role = roles.find((role) => role === defaultRole) ?? null
    save.mutate({ name: name.trim(), defaultRole: role })
  })
  const choices = roles.map((role) => ({ value: role, label: common(`roles.${role}`) }))
  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <TextInput
          label={t('forms.name')}
          description={t('forms.nameHint')}
          required
          maxLength={200}
          data-autofocus
          autoComplete="off"
          key={form.key('name')}
          {...form.getInputProps('name')}
        />
        <Select
          label={t('forms.defaultRole')}
          description={t('forms.defaultRoleHint')}
          data={[{ value: noRole, label: t('forms.noDefaultRole') }, ...choices]}
          allowDeselect={false}
          key={form.key('defaultRole')}
          {...form.getInputProps('defaultRole')}
        />
        <FailureNotice error={isAboutName(save.error) ? null : save.error} />
        <Group justify="end">
          <Button variant="default" onClick={props.onCancel}>
            {common('cancel')}
          </Button>
          <Button type="submit" loading={save.isPending}>
            {props.submit}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

const noRole = 'none'

function isAboutName(error: unknown): boolean {
  return error instanceof ApiError && error.code === 'room-exists'
}
