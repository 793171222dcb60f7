import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { passwordLinkQuery } from '../api/password.ts'
import { linkRefusal } from '../doors/link-refusal.ts'
import { PasswordLinkEnd } from '../doors/password-link-end.tsx'
import { useOfferedLanguage } from '../doors/use-offered-language.ts'
import { ChoosePassword } from '../forms/choose-password.tsx'
import { DoorPage } from '../ui/shell/door-page.tsx'
import { DoorWaiting } from '../ui/shell/door-waiting.tsx'

/** Where a mailed link leads with which somebody chooses a password. */
export function PasswordLink() {
  const { t } = useTranslation('doors')
  const { token } = useParams({ from: '/password/$token' })
  const { data: link, error, refetch } = useQuery(passwordLinkQuery(token))
  useOfferedLanguage(link?.language)
  const refusal = linkRefusal(error)
  if (refusal !== null) return <PasswordLinkEnd refusal={refusal} />
  if (link === undefined) return <DoorWaiting error={error} onRetry={refetch} />
  return (
    <DoorPage title={t('choose.title')} text={t('choose.text', link)}>
      <ChoosePassword link={link} token={token} />
    </DoorPage>
  )
}
