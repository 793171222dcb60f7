import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { MissingPage } from '../ui/missing-page.tsx'

/** Stands at the address of a batch that does not exist, or is another company's. */
export function NoSuchBatch() {
  const { t } = useTranslation('batch')
  return (
    <MissingPage title={t('missing.title')} text={t('missing.text')}>
      <Button renderRoot={(props) => <Link to="/batch-operations/history" {...props} />}>
        {t('missing.history')}
      </Button>
    </MissingPage>
  )
}
