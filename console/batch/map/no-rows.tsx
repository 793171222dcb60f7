import { Button } from '@mantine/core'
import { IconFilterOff, IconTableOff } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '../../ui/empty-state.tsx'
import { useNarrowing } from '../use-narrowing.ts'

/** Stands where no row is to be shown: the filters find none, or there is none. */
export function NoRows() {
  const { t } = useTranslation('grid')
  const { narrowing, widen } = useNarrowing()
  if (Object.keys(narrowing).length === 0) {
    return <EmptyState icon={IconTableOff} title={t('empty.none')} text={t('empty.noneText')} />
  }
  return (
    <EmptyState icon={IconFilterOff} title={t('empty.title')} text={t('empty.text')}>
      <Button
        variant="default"
        onClick={() => widen('state', 'leftOut', 'problem', 'field', 'value', 'search')}
      >
        {t('empty.clear')}
      </Button>
    </EmptyState>
  )
}
