import { Modal } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Room } from '../../src/http/contract/directory.ts'
import { changeRoom } from '../api/directory.ts'
import { RoomForm, type RoomWords } from './room-form.tsx'
import { useDirectoryChanged } from './use-directory-changed.tsx'

/**
 * Renames a room, or changes its default role.
 * @param props.save sends what was changed; unless given, as somebody who administrates the rooms
 */
export function ChangeRoom(props: {
  readonly room: RoomWords & Pick<Room, 'id'>
  readonly save?: (change: Partial<RoomWords>) => Promise<RoomWords>
  readonly opened: boolean
  readonly onClose: () => void
}) {
  const { room, opened, onClose } = props
  const save = props.save ?? ((change: Partial<RoomWords>) => changeRoom(room.id, change))
  const { t } = useTranslation('directory')
  const { t: common } = useTranslation('frame')
  const changed = useDirectoryChanged()
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('forms.changeTitle', { room: room.name })}
      closeButtonProps={{ 'aria-label': common('close') }}
    >
      <RoomForm
        initial={room}
        submit={common('save')}
        // Only what was changed is sent: what a colleague changed meanwhile stays.
        save={({ name, defaultRole }) =>
          save({
            ...(name !== room.name && { name }),
            ...(defaultRole !== room.defaultRole && { defaultRole }),
          })
        }
        onSaved={({ name }) => {
          void changed(t('forms.changed', { room: name }))
          onClose()
        }}
        onCancel={onClose}
      />
    </Modal>
  )
}
