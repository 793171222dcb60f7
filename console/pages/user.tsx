import { Button, Grid, Skeleton, Stack } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { ApiError } from '../api/client.ts'
import { userQuery } from '../api/users.ts'
import { UserFacts } from '../directory/user-facts.tsx'
import { UserHead } from '../directory/user-head.tsx'
import { UserInvitation } from '../directory/user-invitation.tsx'
import { UserRoles } from '../directory/user-roles.tsx'
import { GrantPermissions } from '../forms/grant-permissions.tsx'
import { FailureNotice } from '../ui/failure-notice.tsx'
import { IfPermitted } from '../ui/if-permitted.tsx'
import { MissingPage } from '../ui/missing-page.tsx'
import { Part } from '../ui/part.tsx'

/** A user looked at closely: what is known, where they have which role, and what they may do. */
export function User() {
  return (
    <IfPermitted needs="list-all-users">
      <ShownUser />
    </IfPermitted>
  )
}

function ShownUser() {
  const { t } = useTranslation('user')
  const { user: id } = useParams({ from: '/framed/users/$user' })
  const { data: user, error, refetch } = useQuery(userQuery(id))
  if (error instanceof ApiError && isGone(error)) return <NoSuchUser />
  const failure = <FailureNotice error={error} onRetry={() => void refetch()} />
  if (user === undefined) return error === null ? <Skeleton height={64} /> : failure
  return (
    <>
      {failure}
      <UserHead user={user} />
      <Grid gap="lg">
        <Grid.Col span={{ base: 12, lg: 7 }}>
          <Stack gap="lg">
            {user.status === 'invited' && (
              <Part title={t('invitation.title')}>
                <UserInvitation user={user} />
              </Part>
            )}
            <Part title={t('facts.title')}>
              <UserFacts user={user} />
            </Part>
            <Part title={t('rooms.title')}>
              <UserRoles user={user} />
            </Part>
          </Stack>
        </Grid.Col>
        <Grid.Col span={{ base: 12, lg: 5 }}>
          <Part title={t('permissions.title')} text={t('permissions.text')}>
            <GrantPermissions user={user} key={user.id} />
          </Part>
        </Grid.Col>
      </Grid>
    </>
  )
}

function NoSuchUser() {
  const { t } = useTranslation('user')
  return (
    <MissingPage title={t('gone.title')} text={t('gone.text')}>
      <Button renderRoot={(props) => <Link to="/users" {...props} />}>{t('all')}</Button>
    </MissingPage>
  )
}

// An address that no user can have is none, either.
function isGone({ status }: ApiError): boolean {
  return status === 404 || status === 400
}
