import { Button, Group, List, Stack, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Permission } from '../../src/domain/permission.ts'
import type { UserDetail } from '../../src/http/contract/directory.ts'
import { meQuery } from '../api/session.ts'
import { useMay } from '../api/use-may.ts'
import { grantPermissions, userQuery } from '../api/users.ts'
import { PermissionTree } from '../directory/permission-tree.tsx'
import { includedBy, permissions } from '../directory/permissions.ts'
import { FailureNotice } from '../ui/failure-notice.tsx'

/** Grants and revokes what a user may do in the company; before it is saved, it says what will change. */
export function GrantPermissions({ user }: { readonly user: UserDetail }) {
  const { t } = useTranslation('user')
  const { granted, setGranted } = useTicked(user)
  const { save, error, isPending, forget } = useSave(user)
  const { whyNone, whyNot } = useReasons(user)
  const before = heldBy(user.permissions)
  const after = heldBy(granted)
  const gets = after.filter((permission) => !before.includes(permission))
  const loses = before.filter((permission) => !after.includes(permission))
  const isChanged = gets.length > 0 || loses.length > 0
  const reset = () => {
    forget()
    setGranted(user.permissions)
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (isChanged) save(granted)
      }}
    >
      <Stack gap="sm">
        {whyNone !== null && <Text size="sm">{whyNone}</Text>}
        <PermissionTree
          label={t('permissions.title')}
          granted={granted}
          onChange={setGranted}
          whyNot={whyNot}
        />
        <div role="status">
          <Changes title={t('permissions.gets')} permissions={gets} />
          <Changes title={t('permissions.loses')} permissions={loses} />
        </div>
        <FailureNotice error={error} />
        {user.grantable.length > 0 && (
          <Group gap="sm">
            <Button type="submit" disabled={!isChanged} loading={isPending}>
              {t('permissions.save')}
            </Button>
            {isChanged ? (
              <Button variant="default" onClick={reset} disabled={isPending}>
                {t('permissions.reset')}
              </Button>
            ) : (
              <Text size="sm" className="roster-quiet">
                {t('permissions.nothing')}
              </Text>
            )}
          </Group>
        )}
      </Stack>
    </form>
  )
}

function Changes(props: { readonly title: string; readonly permissions: readonly Permission[] }) {
  const { t } = useTranslation('directory')
  if (props.permissions.length === 0) return null
  return (
    <>
      <Text size="sm" fw={600}>
        {props.title}
      </Text>
      <List size="sm" mb="xs">
        {props.permissions.map((permission) => (
          <List.Item key={permission}>{t(`permissions.${permission}`)}</List.Item>
        ))}
      </List>
    </>
  )
}

/** What is ticked. Once a user has other permissions than those that were shown, it begins anew with them. */
function useTicked({ permissions }: UserDetail) {
  const [shown, setShown] = useState(permissions)
  const [granted, setGranted] = useState<readonly Permission[]>(permissions)
  if (shown.join(' ') !== permissions.join(' ')) {
    setShown(permissions)
    setGranted(permissions)
  }
  return { granted, setGranted }
}

/** Why nothing can be granted or revoked here, and why this one cannot; what holds for all is said once. */
function useReasons(user: UserDetail) {
  const { t } = useTranslation(['user', 'directory'])
  const { data: me } = useQuery(meQuery)
  const mayGrant = useMay('administrate-users')
  const isOwn = me?.id === user.id
  const missing = () =>
    t('directory:needsPermission', {
      permission: t('directory:permissions.administrate-users'),
    })
  const whyNot = (permission: Permission) => {
    if (user.grantable.includes(permission)) return undefined
    return mayGrant && !(isOwn && me.may.includes(permission)) ? t('permissions.notYours') : ''
  }
  return { whyNone: mayGrant ? (isOwn ? t('permissions.own') : null) : missing(), whyNot }
}

function useSave({ id, email }: UserDetail) {
  const { t } = useTranslation('user')
  const queryClient = useQueryClient()
  const { mutate, error, isPending, reset } = useMutation({
    mutationFn: (granted: readonly Permission[]) => grantPermissions(id, granted),
    onSuccess: async (user) => {
      queryClient.setQueryData(userQuery(id).queryKey, user)
      notifications.show({ color: 'green', message: t('permissions.saved', { email }) })
      await queryClient.invalidateQueries({ queryKey: ['lists'] })
      await queryClient.invalidateQueries({ queryKey: meQuery.queryKey })
    },
  })
  return { save: mutate, error, isPending, forget: reset }
}

function heldBy(granted: readonly Permission[]): readonly Permission[] {
  return permissions.filter(
    (one) => granted.includes(one) || includedBy(granted, one) !== undefined,
  )
}
