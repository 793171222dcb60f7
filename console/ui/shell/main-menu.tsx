import { NavLink, Stack, Text } from '@mantine/core'
import {
  IconBuilding,
  IconDoor,
  IconDoorEnter,
  IconHistory,
  IconMail,
  IconShieldCheck,
  IconTable,
  IconTicket,
  IconUsers,
  type Icon,
} from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link, useLocation, type LinkProps } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { meQuery } from '../../api/session.ts'
import type { Permission } from '../../../src/domain/permission.ts'

interface Entry {
  readonly to: LinkProps['to'] & string
  readonly icon: Icon
  readonly label:
    | 'batchOperations'
    | 'history'
    | 'companySettings'
    | 'mailOutbox'
    | 'auditLog'
    | 'users'
    | 'rooms'
    | 'guests'
    | 'myRooms'
  /** Null: for everybody. */
  /** One of these; none: everybody may. */
  readonly needs: readonly Permission[]
}

const account: readonly Entry[] = [
  {
    to: '/batch-operations',
    icon: IconTable,
    label: 'batchOperations',
    needs: ['manage-company-settings'],
  },
  {
    to: '/batch-operations/history',
    icon: IconHistory,
    label: 'history',
    needs: ['manage-company-settings'],
  },
  {
    to: '/company-settings',
    icon: IconBuilding,
    label: 'companySettings',
    needs: ['manage-company-settings'],
  },
  { to: '/mail-outbox', icon: IconMail, label: 'mailOutbox', needs: ['manage-company-settings'] },
  {
    to: '/audit-log',
    icon: IconShieldCheck,
    label: 'auditLog',
    needs: ['manage-company-settings'],
  },
]

const resources: readonly Entry[] = [
  { to: '/users', icon: IconUsers, label: 'users', needs: ['list-all-users'] },
  { to: '/rooms', icon: IconDoor, label: 'rooms', needs: ['list-all-rooms', 'create-a-room'] },
  { to: '/guests', icon: IconTicket, label: 'guests', needs: ['administrate-rooms'] },
]

const own: readonly Entry[] = [
  { to: '/my-rooms', icon: IconDoorEnter, label: 'myRooms', needs: [] },
]

/** All pages that the signed-in user may open; the rest is not offered. */
export function MainMenu() {
  const { t } = useTranslation('frame')
  const { data: me } = useQuery(meQuery)
  return (
    <nav aria-label={t('menu')}>
      <Stack gap={2}>
        {me?.may.includes('manage-company-settings') === true && (
          <>
            <Text size="xs" fw={700} className="roster-quiet" px="sm" pt={4} pb={2}>
              {t('account')}
            </Text>
            <Entries entries={account} />
            <div className="roster-menu-gap" />
          </>
        )}
        <Entries entries={resources} />
        <Entries entries={own} />
      </Stack>
    </nav>
  )
}

function Entries(props: { readonly entries: readonly Entry[] }) {
  const { t } = useTranslation('frame')
  const { pathname } = useLocation()
  const { data: me } = useQuery(meQuery)
  const here = current(pathname)
  return props.entries
    .filter(({ needs }) => needs.length === 0 || needs.some((one) => me?.may.includes(one)))
    .map(({ to, icon: Icon, label }) => (
      <NavLink
        key={to}
        label={t(label)}
        leftSection={<Icon size={18} stroke={1.6} aria-hidden />}
        active={to === here}
        {...(to === here && { 'aria-current': 'page' as const })}
        // Which entry is the present one is said above: the link would take every longer address for it, too.
        renderRoot={(props) => <Link to={to} activeOptions={{ exact: true }} {...props} />}
      />
    ))
}

// The longest address that the present one begins with: a room belongs to the rooms.
function current(pathname: string): string | undefined {
  const all = [...account, ...resources, ...own].map(({ to }) => to)
  return all
    .filter((to) => pathname === to || pathname.startsWith(`${to}/`))
    .toSorted((a, b) => b.length - a.length)
    .at(0)
}
