import { Anchor, Button, Group, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconPencil } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { OpenedRoom } from '../../src/http/contract/my-room.ts'
import { enterMyRoom } from '../api/my-rooms.ts'
import { useMay } from '../api/use-may.ts'
import { ChangeMyRoom } from '../forms/change-my-room.tsx'
import { EnterButton } from './enter-button.tsx'

/** What one can do with a room of one's own: enter it, and change it where the role lets one. */
export function MyRoomActs({ room }: { readonly room: OpenedRoom }) {
  const { t } = useTranslation('rooms-of-mine')
  const mayConfigure = useMay('manage-company-settings')
  const [isChanging, changing] = useDisclosure()
  return (
    <Group gap="sm" align="start">
      {room.canEnter ? (
        <EnterButton enter={() => enterMyRoom(room.id)} />
      ) : (
        <Text maw={560} flex={{ base: '1 0 100%', sm: '0 1 auto' }} my="auto">
          {t('notYet')}{' '}
          {mayConfigure && (
            <Anchor
              underline="always"
              renderRoot={(props) => <Link to="/company-settings" {...props} />}
            >
              {t('configure')}
            </Anchor>
          )}
        </Text>
      )}
      {room.may.edit && (
        <Button
          variant="default"
          leftSection={<IconPencil size={16} aria-hidden />}
          onClick={changing.open}
        >
          {t('change')}
        </Button>
      )}
      <ChangeMyRoom room={room} opened={isChanging} onClose={changing.close} />
    </Group>
  )
}
