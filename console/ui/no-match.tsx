import { Button } from '@mantine/core'
import { IconSearchOff } from '@tabler/icons-react'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { EmptyState } from './empty-state.tsx'
import { without } from './without.ts'

/** Stands where nothing fits what was searched for, and takes the search back. */
export function NoMatch() {
  const { t } = useTranslation('frame')
  const { search } = useSearch({ strict: false })
  const navigate = useNavigate()
  const clear = () => void navigate({ to: '.', search: (before) => without(before, ...narrowing) })
  const title = search === undefined ? t('noMatch.filter') : t('noMatch.search', { search })
  return (
    <EmptyState icon={IconSearchOff} title={title} text={t('noMatch.text')}>
      <Button variant="default" onClick={clear}>
        {search === undefined ? t('noMatch.showAll') : t('clearSearch')}
      </Button>
    </EmptyState>
  )
}

const narrowing = ['search', 'state', 'mailKind', 'batch', 'act', 'actor'] as const
