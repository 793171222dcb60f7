import { Button, Container } from '@mantine/core'
import { IconMapQuestion } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { EmptyState } from './empty-state.tsx'

/** Stands where no page is, or where the thing that it was about is gone. */
export function NotFoundPage() {
  const { t } = useTranslation('frame')
  return (
    <Container size="sm" py="xl">
      <EmptyState icon={IconMapQuestion} title={t('notFound.title')} text={t('notFound.text')}>
        <Button renderRoot={(props) => <Link to="/batch-operations" {...props} />}>
          {t('notFound.home')}
        </Button>
      </EmptyState>
    </Container>
  )
}
