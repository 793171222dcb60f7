import { Button, Group, List, Modal, Stack, Text, TextInput } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Room } from '../../src/http/contract/directory.ts'
import { deleteRoom, roomQuery } from '../api/directory.ts'
import { FailureNotice } from '../ui/failure-notice.tsx'
import { focusContentIfLost } from '../ui/focus-content-if-lost.ts'
import { useDirectoryChanged } from './use-directory-changed.tsx'

/**
 * Asks whether a room is to be deleted, says what goes with it, and deletes it. Where anything goes with it,
 * its name has to be typed.
 * @param props.onDeleted called before the lists are asked for anew
 */
export function DeleteRoom(props: {
  readonly room: Room
  readonly opened: boolean
  readonly onClose: () => void
  readonly onDeleted?: () => Promise<void>
}) {
  const { t } = useTranslation('directory')
  const { t: common } = useTranslation('frame')
  return (
    <Modal
      opened={props.opened}
      onClose={props.onClose}
      title={t('forms.deleteTitle', { room: props.room.name })}
      closeButtonProps={{ 'aria-label': common('close') }}
    >
      <Question {...props} />
    </Modal>
  )
}

function Question(props: Parameters<typeof DeleteRoom>[0]) {
  const { onClose, onDeleted } = props
  const { t } = useTranslation('directory')
  const { t: common } = useTranslation('frame')
  const [typed, setTyped] = useState('')
  const changed = useDirectoryChanged()
  const act = useMutation({
    mutationFn: () => deleteRoom(props.room.id),
    onSuccess: async () => {
      onClose()
      await onDeleted?.()
      await changed(t('forms.deleted', { room: props.room.name }))
      // Where its button went with the room, whoever uses the keyboard goes on with the page.
      requestAnimationFrame(focusContentIfLost)
    },
  })
  // As it is now, and not as the list once was; once it is gone, nobody asks for it any more.
  const current = useQuery({ ...roomQuery(props.room.id), enabled: act.isIdle || act.isError })
  const room = current.data ?? props.room
  const isEmpty = room.users === 0 && room.guests === 0
  const mayGo = isEmpty || asRead(typed) === asRead(room.name)
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (mayGo) act.mutate()
      }}
    >
      <Stack>
        {isEmpty ? <Text>{t('forms.deleteEmpty')}</Text> : <Losses room={room} />}
        {!isEmpty && (
          <TextInput
            label={t('forms.typeName')}
            description={room.name}
            data-autofocus
            autoComplete="off"
            value={typed}
            onChange={({ currentTarget }) => setTyped(currentTarget.value)}
          />
        )}
        <FailureNotice error={act.error} />
        <Group justify="end">
          <Button variant="default" onClick={onClose}>
            {common('cancel')}
          </Button>
          <Button type="submit" color="red" disabled={!mayGo} loading={act.isPending}>
            {t('forms.deleteButton')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

function Losses({ room }: { readonly room: Room }) {
  const { t } = useTranslation('directory')
  return (
    <div>
      <Group gap="xs" wrap="nowrap" align="start">
        <IconAlertTriangle size={20} aria-hidden />
        <Text>{t('forms.goesWithIt')}</Text>
      </Group>
      <List mt="xs" withPadding>
        {room.users > 0 && <List.Item>{t('forms.roles', { count: room.users })}</List.Item>}
        {room.guests > 0 && <List.Item>{t('forms.links', { count: room.guests })}</List.Item>}
      </List>
    </div>
  )
}

// The screen shows several spaces as one, and so they may be typed.
function asRead(name: string): string {
  return name.trim().replaceAll(/\s+/gu, ' ')
}
