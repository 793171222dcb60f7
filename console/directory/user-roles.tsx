import { Anchor, Group, Stack, Table, Text, TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { User } from '../../src/http/contract/directory.ts'
import { useBeginBatch } from '../batch/provide/use-begin-batch.ts'
import { PermittedButton } from '../ui/permitted-button.tsx'
import { roomRows } from './room-rows.ts'

/** Where a user has a role of their own, and the ways to change that: batches, as for many users. */
export function UserRoles({ user }: { readonly user: User }) {
  const { t } = useTranslation('user')
  const beginBatch = useBeginBatch()
  return (
    <Stack gap="md">
      {user.rooms.length === 0 ? (
        <Text size="sm">{t('rooms.none')}</Text>
      ) : (
        <Rooms rooms={user.rooms} />
      )}
      <Group gap="xs">
        <PermittedButton
          needs="manage-company-settings"
          variant="default"
          onClick={() => beginBatch('assign-users-to-rooms', roomRows(user))}
        >
          {t('rooms.change')}
        </PermittedButton>
        {user.rooms.length > 0 && (
          <PermittedButton
            needs="manage-company-settings"
            variant="default"
            onClick={() => beginBatch('remove-users-from-rooms', user.email)}
          >
            {t('rooms.remove')}
          </PermittedButton>
        )}
      </Group>
    </Stack>
  )
}

function Rooms({ rooms }: Pick<User, 'rooms'>) {
  const { t } = useTranslation('user')
  const { t: directory } = useTranslation('directory')
  const { t: common } = useTranslation('frame')
  const [search, setSearch] = useState('')
  const wanted = search.trim().toLowerCase()
  const found = rooms.filter(({ room }) => room.toLowerCase().includes(wanted))
  return (
    <Stack gap="xs">
      {rooms.length > few && (
        <TextInput
          type="search"
          aria-label={t('rooms.search')}
          placeholder={t('rooms.search')}
          leftSection={<IconSearch size={16} stroke={1.6} aria-hidden />}
          maw={320}
          value={search}
          onChange={({ currentTarget }) => setSearch(currentTarget.value)}
        />
      )}
      {found.length === 0 ? (
        <Text size="sm">{t('rooms.noMatch')}</Text>
      ) : (
        <Table verticalSpacing={6} aria-label={t('rooms.title')}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{directory('columns.room')}</Table.Th>
              <Table.Th scope="col">{directory('columns.role')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {found.slice(0, many).map(({ room, role }) => (
              <Table.Tr key={room}>
                <Table.Td className="roster-break">
                  <RoomLink room={room} />
                </Table.Td>
                <Table.Td>{common(`roles.${role}`)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
      {found.length > many && (
        <Text size="sm" className="roster-quiet">
          {t('rooms.shown', { shown: many, total: found.length })}
        </Text>
      )}
    </Stack>
  )
}

// A user’s rooms come by their names only, which are unique.
function RoomLink({ room }: { readonly room: string }) {
  return (
    <Anchor
      size="sm"
      renderRoot={(props) => <Link to="/rooms" search={{ search: room }} {...props} />}
    >
      {room}
    </Anchor>
  )
}

const few = 10
const many = 100
