import { Anchor, Group } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconArrowLeft, IconPencil, IconTrash } from '@tabler/icons-react'
import { Link, useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Room } from '../../src/http/contract/directory.ts'
import { ChangeRoom } from '../forms/change-room.tsx'
import { DeleteRoom } from '../forms/delete-room.tsx'
import { PageTitle } from '../ui/page-title.tsx'
import { PermittedButton } from '../ui/permitted-button.tsx'

/** The name of a room, what holds for everybody there, and what can be done with it. */
export function RoomHead({ room }: { readonly room: Room }) {
  const { t } = useTranslation('directory')
  const { t: common } = useTranslation('frame')
  const navigate = useNavigate()
  const [isChanging, changing] = useDisclosure()
  const [isDeleting, deleting] = useDisclosure()
  const text =
    room.defaultRole === null
      ? t('room.noDefaultRole')
      : t('room.defaultRole', { role: common(`roles.${room.defaultRole}`) })
  return (
    <>
      <Anchor size="sm" renderRoot={(props) => <Link to="/rooms" {...props} />}>
        <IconArrowLeft size={14} aria-hidden /> {t('room.all')}
      </Anchor>
      <PageTitle title={room.name} text={text}>
        <Group gap="xs">
          <PermittedButton
            needs="administrate-rooms"
            variant="default"
            leftSection={<IconPencil size={16} aria-hidden />}
            onClick={changing.open}
          >
            {t('room.change')}
          </PermittedButton>
          <PermittedButton
            needs="administrate-rooms"
            variant="default"
            leftSection={<IconTrash size={16} aria-hidden />}
            onClick={deleting.open}
          >
            {common('delete')}
          </PermittedButton>
        </Group>
      </PageTitle>
      <ChangeRoom room={room} opened={isChanging} onClose={changing.close} />
      <DeleteRoom
        room={room}
        opened={isDeleting}
        onClose={deleting.close}
        onDeleted={() => navigate({ to: '/rooms' })}
      />
    </>
  )
}
