import { Badge, Group, Text } from '@mantine/core'
import { IconDevices } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Session } from '../../src/http/contract/session.ts'
import { EndSession } from '../forms/end-session.tsx'
import { useMoment } from '../ui/moment.tsx'
import './account.css'

/** A session of one's own: in which browser, from where, since when. */
export function SessionEntry({ session }: { readonly session: Session }) {
  const { t } = useTranslation('account')
  const moment = useMoment()
  const { openedBy, address, createdAt, lastUsedAt, current } = session
  const browser = session.browser ?? t('sessions.unknownBrowser')
  const facts = [
    t(`sessions.openedBy.${openedBy}`),
    ...(address === null ? [] : [t('sessions.from', { address })]),
    t('sessions.since', { at: moment(createdAt) }),
    ...(current ? [] : [t('sessions.lastUsed', { at: moment(lastUsedAt) })]),
  ]
  return (
    <Group component="li" wrap="nowrap" gap="md" className="account-entry" align="start">
      <IconDevices size={20} stroke={1.6} aria-hidden className="account-entry-icon" />
      <div className="account-entry-facts">
        <Group gap="xs">
          <Text fw={500}>{browser}</Text>
          {current && (
            <Badge variant="light" tt="none">
              {t('sessions.current')}
            </Badge>
          )}
        </Group>
        <Text size="sm" className="roster-quiet roster-break">
          {facts.join(' · ')}
        </Text>
      </div>
      {!current && (
        <EndSession
          id={session.id}
          label={t('sessions.endOne', { browser, at: moment(lastUsedAt) })}
        />
      )}
    </Group>
  )
}
