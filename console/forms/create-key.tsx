import { Button, Group, Radio, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import type { Permission } from '../../src/domain/permission.ts'
import type { CreatedKey } from '../../src/http/contract/key.ts'
import { ExpiryInput } from '../account/expiry-input.tsx'
import { expiryOf, isChosen, noExpiry, type Expiry } from '../account/expiry.ts'
import { createKey, keysQuery } from '../api/account.ts'
import { meQuery } from '../api/session.ts'
import { PermissionTree } from '../directory/permission-tree.tsx'
import { FailureNotice } from '../ui/failure-notice.tsx'

interface Fields {
  readonly name: string
  readonly scope: 'all' | 'some'
  readonly permissions: readonly Permission[]
  readonly expiry: Expiry
}

/**
 * Makes an API key: how it is called, what of one's own permissions it has, until when it works.
 * @param props.onCreated told the key, which the server will not say again
 */
export function CreateKey(props: {
  readonly onCreated: (key: CreatedKey) => void
  readonly onCancel: () => void
}) {
  const { t } = useTranslation('account')
  const { t: frame } = useTranslation('frame')
  const { data: me } = useQuery(meQuery)
  const form = useForm<Fields>({
    initialValues: { name: '', scope: 'all', permissions: [], expiry: noExpiry },
    validate: {
      name: (name) => (name.trim() === '' ? t('keys.nameMissing') : null),
      expiry: (expiry) => (isChosen(expiry, new Date()) ? null : t('keys.dayMissing')),
    },
  })
  // The button that led here had the focus, and is gone.
  useEffect(() => {
    document.querySelector<HTMLElement>(`#${nameId}`)?.focus()
  }, [])
  const { mutate, error, isPending } = useCreate(props.onCreated)
  const { values } = form
  return (
    <form onSubmit={form.onSubmit((values) => mutate(values))} noValidate>
      <Stack gap="md" maw={440}>
        <TextInput
          id={nameId}
          label={t('keys.newName')}
          placeholder={t('keys.newNameExample')}
          maxLength={200}
          autoComplete="off"
          {...form.getInputProps('name')}
        />
        <Radio.Group label={t('keys.scope')} {...form.getInputProps('scope')}>
          <Stack gap="xs" mt="xs">
            <Radio value="all" label={t('keys.scopeAll')} />
            <Radio value="some" label={t('keys.scopeSome')} />
          </Stack>
        </Radio.Group>
        {values.scope === 'some' && (
          <PermissionTree
            label={t('keys.scope')}
            granted={values.permissions}
            onChange={(permissions) => form.setFieldValue('permissions', permissions)}
            whyNot={(permission) =>
              me?.may.includes(permission) === true ? undefined : t('keys.lacking')
            }
          />
        )}
        <ExpiryInput
          expiry={values.expiry}
          error={form.errors['expiry']}
          onChange={(expiry) => form.setFieldValue('expiry', expiry)}
        />
        <FailureNotice error={error} />
        <Group gap="sm">
          <Button type="submit" loading={isPending}>
            {t('keys.create')}
          </Button>
          <Button variant="default" onClick={props.onCancel}>
            {frame('cancel')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

const nameId = 'new-key-name'

function useCreate(onCreated: (key: CreatedKey) => void) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: ({ name, scope, permissions, expiry }: Fields) =>
      createKey({
        name: name.trim(),
        permissions: scope === 'all' ? null : [...permissions],
        expiresAt: expiryOf(expiry, new Date()),
      }),
    // The key stays nowhere but on the screen, and goes with it.
    gcTime: 0,
    onSuccess: async (key) => {
      onCreated(key)
      await queryClient.invalidateQueries({ queryKey: keysQuery.queryKey })
    },
  })
}
