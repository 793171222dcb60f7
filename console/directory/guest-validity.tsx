import { IconClockOff } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Guest } from '../../src/http/contract/directory.ts'
import { useMoment } from '../ui/moment.tsx'

/** From when until when a guest’s link opens the room. */
export function GuestValidity({ guest }: { readonly guest: Guest }) {
  const { t } = useTranslation('directory')
  const format = useMoment()
  const [now] = useState(() => Date.now())
  const from = guest.validFrom === null ? null : format(guest.validFrom)
  const until = guest.validUntil === null ? null : format(guest.validUntil)
  if (until === null) return from === null ? t('guests.unlimited') : t('guests.from', { from })
  if (guest.validUntil !== null && Date.parse(guest.validUntil) < now) {
    return (
      <>
        <IconClockOff size={14} aria-hidden /> {t('guests.expired', { until })}
      </>
    )
  }
  return from === null ? t('guests.until', { until }) : t('guests.between', { from, until })
}
