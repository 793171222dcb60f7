import { Anchor, Group } from '@mantine/core'
import { IconArrowLeft, IconDownload, IconTrash } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { UserDetail } from '../../src/http/contract/directory.ts'
import { meQuery } from '../api/session.ts'
import { userDataAddress } from '../api/users.ts'
import { useBeginBatch } from '../batch/provide/use-begin-batch.ts'
import { PageTitle } from '../ui/page-title.tsx'
import { PermittedButton } from '../ui/permitted-button.tsx'

/** Who it is, and what can be done with the whole of them. */
export function UserHead({ user }: { readonly user: UserDetail }) {
  const { t } = useTranslation('user')
  const { data: me } = useQuery(meQuery)
  const beginBatch = useBeginBatch()
  const name = `${user.firstName} ${user.lastName}`.trim()
  return (
    <>
      <Anchor size="sm" renderRoot={(props) => <Link to="/users" {...props} />}>
        <IconArrowLeft size={14} aria-hidden /> {t('all')}
      </Anchor>
      <PageTitle title={name === '' ? user.email : name} {...(name !== '' && { text: user.email })}>
        <Group gap="xs">
          <PermittedButton
            needs="manage-company-settings"
            variant="default"
            leftSection={<IconDownload size={16} aria-hidden />}
            download={userDataAddress(user.id)}
          >
            {t('download')}
          </PermittedButton>
          <PermittedButton
            needs="manage-company-settings"
            variant="default"
            leftSection={<IconTrash size={16} aria-hidden />}
            obstacle={me?.id === user.id ? t('notYourself') : undefined}
            onClick={() => beginBatch('delete-users', user.email)}
          >
            {t('delete')}
          </PermittedButton>
        </Group>
      </PageTitle>
    </>
  )
}
