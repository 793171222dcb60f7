import { Modal } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { createRoom } from '../api/directory.ts'
import { newIdempotencyKey } from '../api/new-idempotency-key.ts'
import { RoomForm } from './room-form.tsx'
import { useDirectoryChanged } from './use-directory-changed.tsx'

/** Creates a room. */
export function CreateRoom(props: { readonly opened: boolean; readonly onClose: () => void }) {
  const { t } = useTranslation('directory')
  const { t: common } = useTranslation('frame')
  return (
    <Modal
      opened={props.opened}
      onClose={props.onClose}
      title={t('forms.createTitle')}
      closeButtonProps={{ 'aria-label': common('close') }}
    >
      <Fields onClose={props.onClose} />
    </Modal>
  )
}

function Fields({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('directory')
  const changed = useDirectoryChanged()
  // Of one opening of the form: pressing twice, or again after the network failed, creates one room.
  const [attempts] = useState(() => new Map<string, string>())
  const keyFor = (asked: string) => {
    const key = attempts.get(asked) ?? newIdempotencyKey()
    attempts.set(asked, key)
    return key
  }
  return (
    <RoomForm
      initial={{ name: '', defaultRole: null }}
      submit={t('forms.create')}
      save={(room) => createRoom(room, keyFor(JSON.stringify(room)))}
      onSaved={({ name }) => {
        void changed(t('forms.created', { room: name }))
        onClose()
      }}
      onCancel={onClose}
    />
  )
}
