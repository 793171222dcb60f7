import { useTranslation } from 'react-i18next'
import { RenewInvitation } from '../forms/renew-invitation.tsx'
import { ToPasswordLink, ToSignIn } from './door-links.tsx'
import { LinkEnd } from './link-end.tsx'
import type { LinkRefusal } from './link-refusal.ts'
import { useLinkTime } from './use-link-time.ts'

/** Why an invitation does not open, and the ways on. */
export function InvitationEnd(props: { readonly refusal: LinkRefusal; readonly token: string }) {
  const { t } = useTranslation('doors')
  const time = useLinkTime()
  const { refusal, token } = props
  switch (refusal.code) {
    case 'link-used':
      return (
        <LinkEnd title={t('ends.used')} text={t('ends.usedText')}>
          <ToSignIn />
          <ToPasswordLink label="forgotten" variant="default" />
        </LinkEnd>
      )
    case 'link-expired':
      return (
        <LinkEnd
          title={t('ends.expired')}
          text={t('ends.expiredText', { until: time(refusal.details['until']) })}
        >
          <RenewInvitation token={token} label="renew" />
        </LinkEnd>
      )
    case 'link-replaced':
      return (
        <LinkEnd title={t('ends.replaced')} text={t('ends.invitationReplacedText')}>
          <RenewInvitation token={token} label="again" />
        </LinkEnd>
      )
    case 'link-withdrawn':
      return <LinkEnd title={t('ends.withdrawn')} text={t('ends.withdrawnText')} />
    default:
      return (
        <LinkEnd title={t('ends.unknown')} text={t('ends.unknownText')}>
          <ToSignIn variant="default" />
        </LinkEnd>
      )
  }
}
