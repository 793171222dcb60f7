import { Divider } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { doorsQuery } from '../api/session.ts'
import { CompanyChoice } from '../doors/company-choice.tsx'
import { EntranceFailure } from '../doors/entrance-failure.tsx'
import { ExampleDoor } from '../doors/example-door.tsx'
import { OtherWays } from '../doors/other-ways.tsx'
import { ProviderFailure } from '../doors/provider-failure.tsx'
import { useCompanyChoice } from '../doors/use-company-choice.ts'
import { useEntrance } from '../doors/use-entrance.ts'
import { SignInWithKey } from '../forms/sign-in-with-key.tsx'
import { SignInWithPassword } from '../forms/sign-in-with-password.tsx'
import { DoorPage } from '../ui/shell/door-page.tsx'

/** The way in: one click into the example company where it is offered, address and password, and what else there is. */
export function SignIn() {
  const { t } = useTranslation('doors')
  const { with: way, failed } = useSearch({ from: '/sign-in' })
  const { data: doors } = useQuery(doorsQuery)
  const entrance = useEntrance()
  const choice = useCompanyChoice(doors, entrance)
  const example = doors?.example ?? null
  if (choice !== null) {
    return (
      <DoorPage title={t('signIn.company.title')} text={t('signIn.company.text')}>
        <CompanyChoice {...choice} isPending={entrance.isPending} />
      </DoorPage>
    )
  }
  return (
    <DoorPage title={t('signIn.title')}>
      {failed !== undefined && entrance.error === null && <ProviderFailure code={failed} />}
      {example !== null && (
        <>
          <ExampleDoor {...example} entrance={entrance} />
          <Divider label={t('signIn.orOwn')} />
        </>
      )}
      {way === 'key' ? (
        <SignInWithKey
          isPending={entrance.isPending}
          onSubmit={(key) => entrance.enter({ key })}
          failure={<EntranceFailure error={entrance.error} />}
        />
      ) : (
        <SignInWithPassword entrance={entrance} />
      )}
      <OtherWays singleSignOn={doors?.singleSignOn ?? null} />
    </DoorPage>
  )
}
