import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { MissingPage } from './missing-page.tsx'

/** Stands where no page is, or where the thing that it was about is gone. */
export function NotFoundPage() {
  const { t } = useTranslation('frame')
  return (
    <MissingPage title={t('notFound.title')} text={t('notFound.text')}>
      <Button renderRoot={(props) => <Link to="/" {...props} />}>{t('notFound.home')}</Button>
    </MissingPage>
  )
}
