import { Group } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconPencil, IconTrash } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Guest } from '../../src/http/contract/directory.ts'
import { ChangeGuest } from '../forms/change-guest.tsx'
import { DeleteGuest } from '../forms/delete-guest.tsx'
import { PermittedIcon } from '../ui/permitted-icon.tsx'

/** What can be done with a guest, in their row. */
export function GuestActs({ guest }: { readonly guest: Guest }) {
  const { t } = useTranslation('guest')
  const { email, room } = guest
  const [isChanging, changing] = useDisclosure()
  const [isDeleting, deleting] = useDisclosure()
  return (
    <Group gap={4} wrap="nowrap" justify="end">
      <PermittedIcon
        needs="administrate-rooms"
        icon={IconPencil}
        label={t('change', { email, room })}
        onClick={changing.open}
      />
      <PermittedIcon
        needs="administrate-rooms"
        icon={IconTrash}
        label={t('delete', { email, room })}
        onClick={deleting.open}
      />
      <ChangeGuest guest={guest} opened={isChanging} onClose={changing.close} />
      <DeleteGuest guest={guest} opened={isDeleting} onClose={deleting.close} />
    </Group>
  )
}
