import { useTranslation } from 'react-i18next'
import { AddressFilter } from '../ui/address-filter.tsx'
import { mailStateNames } from './mail-states.ts'

/** Narrows the outbox to mails in one state. */
export function MailStateFilter() {
  const { t } = useTranslation('mail')
  return (
    <AddressFilter
      name="state"
      label={t('columns.state')}
      any={t('anyState')}
      choices={mailStateNames.map((value) => ({ value, label: t(`states.${value}`) }))}
    />
  )
}
