import { Anchor, Badge, Group, Popover, ScrollArea, Table, VisuallyHidden } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { User } from '../../src/http/contract/directory.ts'

/** Where a user has a role of their own: the first few, and all of them on demand. */
export function UserRooms({ user }: { readonly user: User }) {
  const { t } = useTranslation('directory')
  const { t: common } = useTranslation('frame')
  if (user.rooms.length === 0) return t('none')
  return (
    <Group gap={4} miw={{ base: 0, sm: 210 }}>
      {user.rooms.slice(0, few).map(({ room, role }) => (
        <Badge key={room} variant="default" tt="none" fw={400} maw={{ base: 160, sm: 240 }}>
          {room} · {common(`roles.${role}`)}
        </Badge>
      ))}
      {user.rooms.length > few && <AllRooms user={user} />}
    </Group>
  )
}

const few = 2

function AllRooms({ user }: { readonly user: User }) {
  const { t } = useTranslation('directory')
  const { t: common } = useTranslation('frame')
  const label = t('users.allRooms', { email: user.email, count: user.rooms.length })
  return (
    <Popover withArrow trapFocus returnFocus shadow="md" position="bottom-end">
      <Popover.Target>
        <Anchor component="button" type="button" size="sm" className="data-table-above">
          {t('users.moreRooms', { count: user.rooms.length - few })}
          <VisuallyHidden>: {label}</VisuallyHidden>
        </Anchor>
      </Popover.Target>
      <Popover.Dropdown aria-label={label} maw="90vw">
        <ScrollArea.Autosize mah={320} tabIndex={0} viewportProps={{ tabIndex: 0 }}>
          <Table withRowBorders={false} verticalSpacing={2} aria-label={label}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th scope="col">{t('columns.room')}</Table.Th>
                <Table.Th scope="col">{t('columns.role')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {user.rooms.map(({ room, role }) => (
                <Table.Tr key={room}>
                  <Table.Td className="roster-break">{room}</Table.Td>
                  <Table.Td>{common(`roles.${role}`)}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </ScrollArea.Autosize>
      </Popover.Dropdown>
    </Popover>
  )
}
