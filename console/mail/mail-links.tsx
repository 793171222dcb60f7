import { Group, Text, Title } from '@mantine/core'
import { IconLinkOff } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { MailContent } from '../../src/http/contract/mail.ts'
import { CopyTextButton } from '../ui/copy-text-button.tsx'

/** The links of a mail by what they open, each to copy as long as it does; they let people in, so none is drawn. */
export function MailLinks({ mail }: { readonly mail: MailContent }) {
  const { t } = useTranslation('mail')
  const { to, links } = mail
  const isForPassword = mail.kind === 'password'
  return (
    <section aria-labelledby="mail-links">
      <Title order={3} size="h5" id="mail-links">
        {t('opened.links')}
      </Title>
      {links.some(({ opens }) => opens) && (
        <Text size="sm" className="roster-quiet">
          {t('opened.linksNote', { to })}
        </Text>
      )}
      <ul className="mail-links">
        {links.map(({ room, link, opens }) => (
          <li key={link}>
            <Text size="sm" className="roster-break">
              {room === null ? (
                t(`opened.${isForPassword ? 'password' : 'invitation'}`)
              ) : (
                <RoomAndRole mail={mail} room={room} />
              )}
            </Text>
            {opens ? (
              <CopyTextButton
                compact
                value={link}
                label={
                  room === null
                    ? t(`opened.${isForPassword ? 'copyPassword' : 'copyInvitation'}`)
                    : t('opened.copyRoom', { room })
                }
              />
            ) : (
              <Closed />
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

function RoomAndRole(props: { readonly mail: MailContent; readonly room: string }) {
  const { t } = useTranslation('frame')
  const role = props.mail.rooms.find(({ room }) => room === props.room)?.role
  return role === undefined ? props.room : `${props.room} · ${t(`roles.${role}`)}`
}

function Closed() {
  const { t } = useTranslation('mail')
  return (
    <Group gap={4} wrap="nowrap" className="roster-quiet">
      <IconLinkOff size={16} stroke={1.6} aria-hidden />
      <Text size="sm">{t('opened.closed')}</Text>
    </Group>
  )
}
