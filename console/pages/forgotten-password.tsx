import { Alert, Anchor, Code, Text } from '@mantine/core'
import { IconMailOff } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { doorsQuery } from '../api/session.ts'
import { AskForPasswordLink } from '../forms/ask-for-password-link.tsx'
import { DoorPage } from '../ui/shell/door-page.tsx'

/** For whoever lost the password: a link by mail, and the same answer for every address. */
export function ForgottenPassword() {
  const { t } = useTranslation('doors')
  const { data: doors } = useQuery(doorsQuery)
  const [asked, setAsked] = useState<string | null>(null)
  const isDone = asked !== null
  const isMailed = doors?.sendsMail !== false
  return (
    <DoorPage
      title={t(isDone && isMailed ? 'forgottenPage.sentTitle' : 'forgottenPage.title')}
      {...(!isDone && { text: t('forgottenPage.text') })}
    >
      {!isMailed && <NoMail />}
      {isDone ? (
        <>
          <Text role="status" className="roster-break">
            {t(isMailed ? 'forgottenPage.sent' : 'forgottenPage.filed', { email: asked })}
          </Text>
          {isMailed && (
            <Text size="sm" className="roster-quiet">
              {t('forgottenPage.sentHint')}
            </Text>
          )}
          <Anchor component="button" size="sm" onClick={() => setAsked(null)}>
            {t('forgottenPage.again')}
          </Anchor>
        </>
      ) : (
        <AskForPasswordLink onAsked={setAsked} />
      )}
      <Anchor size="sm" ta="center" renderRoot={(props) => <Link to="/sign-in" {...props} />}>
        {t('toSignIn')}
      </Anchor>
    </DoorPage>
  )
}

function NoMail() {
  const { t } = useTranslation('doors')
  return (
    <Alert color="orange" icon={<IconMailOff aria-hidden />} title={t('forgottenPage.noMail')}>
      <Text size="sm">
        {t('forgottenPage.noMailText')} <Code>roster password-link EMAIL</Code>
      </Text>
    </Alert>
  )
}
