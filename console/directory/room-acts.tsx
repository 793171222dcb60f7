import { Group } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconPencil, IconTrash } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Room } from '../../src/http/contract/directory.ts'
import { ChangeRoom } from '../forms/change-room.tsx'
import { DeleteRoom } from '../forms/delete-room.tsx'
import { PermittedIcon } from '../ui/permitted-icon.tsx'

/** What can be done with a room, in its row. */
export function RoomActs({ room }: { readonly room: Room }) {
  const { t } = useTranslation('directory')
  const [isChanging, changing] = useDisclosure()
  const [isDeleting, deleting] = useDisclosure()
  return (
    <Group gap={4} wrap="nowrap" justify="end" className="data-table-above">
      <PermittedIcon
        needs="administrate-rooms"
        icon={IconPencil}
        label={t('rooms.change', { room: room.name })}
        onClick={changing.open}
      />
      <PermittedIcon
        needs="administrate-rooms"
        icon={IconTrash}
        label={t('rooms.delete', { room: room.name })}
        onClick={deleting.open}
      />
      <ChangeRoom room={room} opened={isChanging} onClose={changing.close} />
      <DeleteRoom room={room} opened={isDeleting} onClose={deleting.close} />
    </Group>
  )
}
