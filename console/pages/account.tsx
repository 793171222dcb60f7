import { Stack } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { meQuery } from '../api/session.ts'
import { ApiKeys } from '../account/api-keys.tsx'
import { MyData } from '../account/my-data.tsx'
import { Sessions } from '../account/sessions.tsx'
import { ChangePassword } from '../forms/change-password.tsx'
import { ChangeProfile } from '../forms/change-profile.tsx'
import { PageTitle } from '../ui/page-title.tsx'
import { Part } from '../ui/part.tsx'

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
      <Part title={t('profile.title')}>
        <ChangeProfile me={me} key={me.id} />
      </Part>
      <Part title={t('password.title')} text={t('password.text')}>
        <ChangePassword me={me} />
      </Part>
      <Part title={t('sessions.title')} text={t('sessions.text')}>
        <Sessions />
      </Part>
      <Part title={t('keys.title')} text={t('keys.text')}>
        <ApiKeys />
      </Part>
      <Part title={t('data.title')} text={t('data.text')}>
        <MyData />
      </Part>
    </Stack>
  )
}
