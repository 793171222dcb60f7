import { Anchor, Text } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { MailContent } from '../../src/http/contract/mail.ts'
import { EmailAddress } from '../ui/email-address.tsx'
import { Facts } from '../ui/facts.tsx'
import { Moment, useMoment } from '../ui/moment.tsx'
import { MailStateBadge } from './mail-state-badge.tsx'

/** From whom, to whom, what became of it, and the rooms of an invitation; those of a guest stand with the links. */
export function MailFacts({ mail }: { readonly mail: MailContent }) {
  const { t } = useTranslation('mail')
  const { kind, answer, rooms, batch, sentAt } = mail
  return (
    <Facts
      facts={[
        [t('opened.from'), mail.from],
        [t('opened.to'), <EmailAddress key="to" email={mail.to} />],
        [t('columns.kind'), t(`kinds.${kind}`)],
        [t('opened.batch'), batch === null ? null : <BatchLink key="batch" batch={batch} />],
        [t('columns.created'), <Moment key="created" at={mail.createdAt} />],
        [t('opened.sent'), sentAt === null ? null : <Moment key="sent" at={sentAt} />],
        [t('columns.state'), <State key="state" mail={mail} />],
        [t('columns.answer'), answer],
        [t('opened.attempts'), <Attempts key="attempts" mail={mail} />],
        [
          t('opened.rooms'),
          kind === 'invitation' && rooms.length > 0 ? <Rooms key="rooms" mail={mail} /> : null,
        ],
      ]}
    />
  )
}

function State({ mail }: { readonly mail: MailContent }) {
  const { t } = useTranslation('mail')
  return (
    <>
      <MailStateBadge state={mail.state} />
      <Text size="sm" className="roster-quiet">
        {t(`meaning.${mail.state}`)}
      </Text>
    </>
  )
}

function Attempts({ mail }: { readonly mail: MailContent }) {
  const { t, i18n } = useTranslation('mail')
  const format = useMoment()
  const { attempts, dueAt, state } = mail
  if (state === 'queued' && attempts > 0 && dueAt !== null) {
    return t('opened.next', { attempts, at: format(dueAt) })
  }
  return attempts.toLocaleString(i18n.language)
}

function Rooms({ mail }: { readonly mail: MailContent }) {
  const { t } = useTranslation('frame')
  return mail.rooms.map(({ room, role }) => (
    <div key={room}>
      {room} · {t(`roles.${role}`)}
    </div>
  ))
}

function BatchLink({ batch }: { readonly batch: string }) {
  const { t } = useTranslation('mail')
  return (
    <Anchor
      size="sm"
      renderRoot={(props) => <Link to="/batch-operations/$batch" params={{ batch }} {...props} />}
    >
      {t('opened.openBatch')}
    </Anchor>
  )
}
