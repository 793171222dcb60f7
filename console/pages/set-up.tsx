import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { setUpQuery } from '../api/set-up.ts'
import { ToSignIn } from '../doors/door-links.tsx'
import { LinkEnd } from '../doors/link-end.tsx'
import { linkRefusal, type LinkRefusal } from '../doors/link-refusal.ts'
import { SetUpCompany } from '../forms/set-up-company.tsx'
import { DoorPage } from '../ui/shell/door-page.tsx'
import { DoorWaiting } from '../ui/shell/door-waiting.tsx'

/** Where the first start of a server leads: whoever runs it makes the first company. */
export function SetUp() {
  const { t } = useTranslation('doors')
  const { token } = useParams({ from: '/set-up/$token' })
  const { error, isSuccess, refetch } = useQuery(setUpQuery(token))
  const refusal = linkRefusal(error)
  if (refusal !== null) return <SetUpEnd code={refusal.code} />
  if (!isSuccess) return <DoorWaiting error={error} onRetry={refetch} />
  return (
    <DoorPage title={t('setUp.title')} text={t('setUp.text')}>
      <SetUpCompany token={token} />
    </DoorPage>
  )
}

function SetUpEnd({ code }: Pick<LinkRefusal, 'code'>) {
  const { t } = useTranslation('doors')
  if (code === 'company-exists-already' || code === 'link-used') {
    return (
      <LinkEnd title={t('ends.companyExists')} text={t('ends.companyExistsText')}>
        <ToSignIn />
      </LinkEnd>
    )
  }
  const title = t(code === 'link-expired' ? 'ends.expired' : 'ends.unknown')
  return <LinkEnd title={title} text={t('ends.setUpText')} />
}
