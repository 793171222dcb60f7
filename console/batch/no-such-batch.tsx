import { Button, Container } from '@mantine/core'
import { IconMapQuestion } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '../ui/empty-state.tsx'

/** Stands at the address of a batch that does not exist, or is another company's. */
export function NoSuchBatch() {
  const { t } = useTranslation('batch')
  return (
    <Container size="sm" py="xl">
      <EmptyState icon={IconMapQuestion} title={t('missing.title')} text={t('missing.text')}>
        <Button renderRoot={(props) => <Link to="/batch-operations/history" {...props} />}>
          {t('missing.history')}
        </Button>
      </EmptyState>
    </Container>
  )
}
