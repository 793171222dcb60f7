import { Stack } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { meQuery } from '../api/session.ts'
import { AccountSection } from '../account/account-section.tsx'
import { ApiKeys } from '../account/api-keys.tsx'
import { MyData } from '../account/my-data.tsx'
import { Sessions } from '../account/sessions.tsx'
import { ChangePassword } from '../forms/change-password.tsx'
import { ChangeProfile } from '../forms/change-profile.tsx'
import { PageTitle } from '../ui/page-title.tsx'

/** What belongs to who is signed in: name, password, sessions, keys, and all that is known about them. */
export function Account() {
  const { t } = useTranslation('account')
  const { data: me } = useQuery(meQuery)
  if (me === undefined) return null
  return (
    <Stack gap="lg" maw={760}>
      <PageTitle
        title={t('title')}
        text={t('text', { email: me.email, company: me.company.name })}
      />
      <AccountSection name="profile">
        <ChangeProfile me={me} key={me.id} />
      </AccountSection>
      <AccountSection name="password">
        <ChangePassword me={me} />
      </AccountSection>
      <AccountSection name="sessions">
        <Sessions />
      </AccountSection>
      <AccountSection name="keys">
        <ApiKeys />
      </AccountSection>
      <AccountSection name="data">
        <MyData />
      </AccountSection>
    </Stack>
  )
}
