import { Group, ScrollArea, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Invitation } from '../../src/http/contract/invitation.ts'

/** The rooms that an invitation opens, each with the role there. */
export function InvitedRooms({ rooms }: Pick<Invitation, 'rooms'>) {
  const { t } = useTranslation('doors')
  const { t: common } = useTranslation('frame')
  return (
    <div>
      <Text size="sm" fw={600} mb={4} id="invited-rooms">
        {t('invitation.rooms')}
      </Text>
      <ScrollArea.Autosize mah={180} type="auto">
        <Stack component="ul" className="roster-plain-list" gap={2} aria-labelledby="invited-rooms">
          {rooms.map(({ room, role }) => (
            <Group component="li" key={room} justify="space-between" wrap="nowrap" gap="sm">
              <Text size="sm" className="roster-break">
                {room}
              </Text>
              <Text size="sm" className="roster-quiet">
                {common(`roles.${role}`)}
              </Text>
            </Group>
          ))}
        </Stack>
      </ScrollArea.Autosize>
    </div>
  )
}
