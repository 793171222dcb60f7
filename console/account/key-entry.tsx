import { Badge, Group, Text } from '@mantine/core'
import { IconKey } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Key } from '../../src/http/contract/key.ts'
import { DeleteKey } from '../forms/delete-key.tsx'
import { useMoment } from '../ui/moment.tsx'
import './account.css'

/** An API key of one's own: what it may do, when it was used, and until when it works. */
export function KeyEntry({ apiKey }: { readonly apiKey: Key }) {
  const { t } = useTranslation('account')
  const { t: directory } = useTranslation('directory')
  const moment = useMoment()
  const [now] = useState(() => Date.now())
  const { name, permissions, createdAt, lastUsedAt, expiresAt, current } = apiKey
  const facts = [
    permissions === null
      ? t('keys.mayAll')
      : permissions.length === 0
        ? t('keys.mayNothing')
        : t('keys.maySome', {
            permissions: permissions.map((one) => directory(`permissions.${one}`)).join(', '),
          }),
    t('keys.created', { at: moment(createdAt) }),
    lastUsedAt === null ? t('keys.neverUsed') : t('keys.lastUsed', { at: moment(lastUsedAt) }),
    expiresAt === null ? t('keys.neverExpires') : t('keys.expires', { at: moment(expiresAt) }),
  ]
  return (
    <Group component="li" wrap="nowrap" gap="md" align="start" className="account-entry">
      <IconKey size={20} stroke={1.6} aria-hidden className="account-entry-icon" />
      <div className="account-entry-facts">
        <Group gap="xs">
          <Text fw={500} className="roster-break">
            {name}
          </Text>
          {current && (
            <Badge variant="light" tt="none">
              {t('keys.current')}
            </Badge>
          )}
          {expiresAt !== null && Date.parse(expiresAt) < now && (
            <Badge variant="light" color="red" tt="none">
              {t('keys.expired')}
            </Badge>
          )}
        </Group>
        <Text size="sm" className="roster-quiet roster-break">
          {facts.join(' · ')}
        </Text>
      </div>
      <DeleteKey apiKey={apiKey} />
    </Group>
  )
}
