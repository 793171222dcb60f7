import { Paper, Stack, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { companyQuery } from '../api/company.ts'
import { ChangeCompany } from '../forms/change-company.tsx'
import { FailureNotice } from '../ui/failure-notice.tsx'
import { IfPermitted } from '../ui/if-permitted.tsx'
import { PageTitle } from '../ui/page-title.tsx'
import { ApiKeys } from './api-keys.tsx'

/** What holds for the whole company, and the keys with which one's own programs come in. */
export function CompanySettings() {
  const { t } = useTranslation('settings')
  const { data: company, error, refetch } = useQuery(companyQuery)
  return (
    <Stack gap="lg" maw={760}>
      <PageTitle title={t('title')} />
      <FailureNotice error={error} onRetry={() => void refetch()} />
      <Paper withBorder p="lg" radius="md" component="section" aria-labelledby="company-heading">
        <Title order={2} size="h4" mb="md" id="company-heading">
          {t('company.title')}
        </Title>
        <IfPermitted needs="manage-company-settings">
          {company && <ChangeCompany company={company} key={company.id} />}
        </IfPermitted>
      </Paper>
      <Paper withBorder p="lg" radius="md" component="section" aria-labelledby="keys-heading">
        <Title order={2} size="h4" id="keys-heading">
          {t('keys.title')}
        </Title>
        <Text size="sm" className="roster-quiet" mb="md">
          {t('keys.text')}
        </Text>
        <ApiKeys />
      </Paper>
    </Stack>
  )
}
