import { IconLock } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Permission } from '../../src/domain/permission.ts'
import { meQuery } from '../api/session.ts'
import { EmptyState } from './empty-state.tsx'

/** Shows `children` to who has the permission, and tells all others what is missing. */
export function IfPermitted(props: { readonly needs: Permission; readonly children: ReactNode }) {
  const { t } = useTranslation('directory')
  const { data: me } = useQuery(meQuery)
  if (me === undefined) return null
  if (me.may.includes(props.needs)) return props.children
  const permission = t(`permissions.${props.needs}`)
  return (
    <EmptyState
      icon={IconLock}
      title={t('notShown.title')}
      text={t('notShown.text', { permission })}
    />
  )
}
