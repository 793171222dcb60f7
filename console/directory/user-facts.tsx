import { Anchor } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { UserDetail } from '../../src/http/contract/directory.ts'
import { useMay } from '../api/use-may.ts'
import { Facts } from '../ui/facts.tsx'
import { Moment } from '../ui/moment.tsx'
import { UserStatus } from './user-status.tsx'

/** What is known of a user in short, and the way to the mails to them. */
export function UserFacts({ user }: { readonly user: UserDetail }) {
  const { t, i18n } = useTranslation('user')
  const mayManage = useMay('manage-company-settings')
  const number = new Intl.NumberFormat(i18n.language)
  return (
    <Facts
      facts={[
        [t('facts.status'), <UserStatus key="status" status={user.status} />],
        [t('facts.language'), t(`languages.${user.language}`)],
        [t('facts.since'), <Moment key="since" at={user.createdAt} />],
        [
          t('facts.lastSeen'),
          user.lastSeenAt === null ? t('facts.never') : <Moment key="seen" at={user.lastSeenAt} />,
        ],
        [t('facts.sessions'), number.format(user.sessions)],
        [t('facts.keys'), number.format(user.keys)],
        [t('facts.mails'), mayManage ? <MailsTo key="mails" email={user.email} /> : null],
        [t('facts.acts'), mayManage ? <ActsOf key="acts" user={user.id} /> : null],
      ]}
    />
  )
}

function MailsTo({ email }: { readonly email: string }) {
  const { t } = useTranslation('user')
  return (
    <Anchor
      size="sm"
      renderRoot={(props) => <Link to="/mail-outbox" search={{ search: email }} {...props} />}
    >
      {t('mails')}
    </Anchor>
  )
}

function ActsOf({ user }: { readonly user: string }) {
  const { t } = useTranslation('user')
  return (
    <Anchor
      size="sm"
      renderRoot={(props) => <Link to="/audit-log" search={{ actor: user }} {...props} />}
    >
      {t('acts')}
    </Anchor>
  )
}
