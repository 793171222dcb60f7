import { Stack } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Company } from '../../src/http/contract/company.ts'
import { companyQuery, meetingServerQuery } from '../api/company.ts'
import { ChangeCompany } from '../forms/change-company.tsx'
import { ChangeLogo } from '../forms/change-logo.tsx'
import { ChangeMeetingServer } from '../forms/change-meeting-server.tsx'
import { HoldMails } from '../forms/hold-mails.tsx'
import { FailureNotice } from '../ui/failure-notice.tsx'
import { IfPermitted } from '../ui/if-permitted.tsx'
import { PageTitle } from '../ui/page-title.tsx'
import { Part } from '../ui/part.tsx'

/** What holds for the whole company: its name and looks, its mails, and where its rooms are entered. */
export function CompanySettings() {
  const { t } = useTranslation('settings')
  const { data: company, error, refetch } = useQuery(companyQuery)
  return (
    <Stack gap="lg" maw={760}>
      <PageTitle title={t('title')} />
      <FailureNotice error={error} onRetry={() => void refetch()} />
      <IfPermitted needs="manage-company-settings">
        {company && <Settings company={company} key={company.id} />}
      </IfPermitted>
    </Stack>
  )
}

function Settings({ company }: { readonly company: Company }) {
  const { t } = useTranslation(['settings', 'company'])
  return (
    <>
      <Part title={t('company.title')}>
        <ChangeCompany company={company} />
      </Part>
      <Part title={t('company:logo.title')}>
        <ChangeLogo company={company} />
      </Part>
      <Part title={t('company:mails.title')}>
        <HoldMails company={company} />
      </Part>
      <Part title={t('company:meeting.title')} text={t('company:meeting.text')}>
        <Meetings />
      </Part>
    </>
  )
}

function Meetings() {
  const { data: server, error, refetch } = useQuery(meetingServerQuery)
  if (server === undefined) return <FailureNotice error={error} onRetry={() => void refetch()} />
  return <ChangeMeetingServer server={server} key={String(server === null)} />
}
