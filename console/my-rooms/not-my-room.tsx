import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { MissingPage } from '../ui/missing-page.tsx'

/** Stands where there is no such room, or none that one may enter. */
export function NotMyRoom() {
  const { t } = useTranslation('rooms-of-mine')
  return (
    <MissingPage title={t('gone.title')} text={t('gone.text')}>
      <Button renderRoot={(props) => <Link to="/my-rooms" {...props} />}>{t('all')}</Button>
    </MissingPage>
  )
}
