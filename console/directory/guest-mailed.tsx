import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Guest } from '../../src/http/contract/directory.ts'
import { Moment } from '../ui/moment.tsx'

/** When a guest’s link was mailed, if it was. */
export function GuestMailed({ guest }: { readonly guest: Guest }) {
  const { t } = useTranslation('directory')
  if (guest.mailedAt !== null) return <Moment at={guest.mailedAt} />
  return (
    <Text size="sm" className="roster-quiet">
      {t('guests.notMailed')}
    </Text>
  )
}
