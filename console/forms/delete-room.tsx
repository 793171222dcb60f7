import { Button, Group, List, Modal, Stack, Text, TextInput } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Room } from '../../src/http/contract/directory.ts'
import { deleteRoom, roomQuery } from '../api/directory.ts'
import { FailureNotice } from '../ui/failure-notice.tsx'
import { focusContent } from '../ui/focus-content.ts'
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
  const { room, opened, onClose } = props
  const { t } = useTranslation('directory')
  const { t: common } = useTranslation('frame')
  const [isGone, setIsGone] = useState(false)
  const changed = useDirectoryChanged()
  const onSuccess = async () => {
    setIsGone(true)
    onClose()
    // The button that asked goes with the room; whoever uses the keyboard goes on with the page.
    requestAnimationFrame(focusContent)
    await props.onDeleted?.()
    void changed(t('forms.deleted', { room: room.name }))
  }
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      returnFocus={!isGone}
      title={t('forms.deleteTitle', { room: room.name })}
      closeButtonProps={{ 'aria-label': common('close') }}
    >
      {!isGone && <Question room={room} onSuccess={onSuccess} onCancel={onClose} />}
    </Modal>
  )
}

function Question(props: {
  readonly room: Room
  readonly onSuccess: () => Promise<void>
  readonly onCancel: () => void
}) {
  const { onSuccess, onCancel } = props
  const { t } = useTranslation('directory')
  const { t: common } = useTranslation('frame')
  // As it is now, and not as the list once was.
  const { data: room = props.room } = useQuery(roomQuery(props.room.id))
  const [typed, setTyped] = useState('')
  const act = useMutation({ mutationFn: () => deleteRoom(room.id), onSuccess })
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
          <Button variant="default" onClick={onCancel}>
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
