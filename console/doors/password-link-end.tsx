import { useTranslation } from 'react-i18next'
import { ToPasswordLink, ToSignIn } from './door-links.tsx'
import { LinkEnd } from './link-end.tsx'
import type { LinkRefusal } from './link-refusal.ts'
import { useLinkTime } from './use-link-time.ts'

/** Why a link to choose a password does not open, and the ways on. */
export function PasswordLinkEnd({ refusal }: { readonly refusal: LinkRefusal }) {
  const { t } = useTranslation('doors')
  const time = useLinkTime()
  switch (refusal.code) {
    case 'link-used':
      return (
        <LinkEnd title={t('ends.used')} text={t('ends.usedText')}>
          <ToSignIn />
          <ToPasswordLink label="askForLink" variant="default" />
        </LinkEnd>
      )
    case 'link-expired':
      return (
        <LinkEnd
          title={t('ends.expired')}
          text={t('ends.expiredText', { until: time(refusal.details['until']) })}
        >
          <ToPasswordLink label="askForLink" />
        </LinkEnd>
      )
    case 'link-replaced':
      return (
        <LinkEnd title={t('ends.replaced')} text={t('ends.passwordReplacedText')}>
          <ToPasswordLink label="askForLink" />
        </LinkEnd>
      )
    default:
      return (
        <LinkEnd title={t('ends.unknown')} text={t('ends.unknownText')}>
          <ToPasswordLink label="askForLink" />
          <ToSignIn variant="default" />
        </LinkEnd>
      )
  }
}
