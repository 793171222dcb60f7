import { Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { MailContent } from '../../src/http/contract/mail.ts'
import { Moment } from '../ui/moment.tsx'
import { MailStateBadge } from './mail-state-badge.tsx'

/** From whom, to whom, what became of it, and the rooms of an invitation; those of a guest stand with the links. */
export function MailFacts({ mail }: { readonly mail: MailContent }) {
  const { t } = useTranslation('mail')
  const { t: common } = useTranslation('frame')
  const { kind, state, answer, rooms } = mail
  return (
    <dl className="mail-facts">
      <Fact name={t('opened.from')}>{mail.from}</Fact>
      <Fact name={t('opened.to')}>{mail.to}</Fact>
      <Fact name={t('columns.kind')}>{t(`kinds.${kind}`)}</Fact>
      <Fact name={t('columns.created')}>
        <Moment at={mail.createdAt} />
      </Fact>
      <Fact name={t('columns.state')}>
        <MailStateBadge state={state} />
        <Text size="sm" className="roster-quiet">
          {t(`meaning.${state}`)}
        </Text>
      </Fact>
      {answer !== null && <Fact name={t('columns.answer')}>{answer}</Fact>}
      {kind === 'invitation' && rooms.length > 0 && (
        <Fact name={t('opened.rooms')}>
          {rooms.map(({ room, role }) => (
            <div key={room}>
              {room} · {common(`roles.${role}`)}
            </div>
          ))}
        </Fact>
      )}
    </dl>
  )
}

function Fact(props: { readonly name: string; readonly children: ReactNode }) {
  return (
    <>
      <dt className="roster-quiet">{props.name}</dt>
      <dd>{props.children}</dd>
    </>
  )
}
