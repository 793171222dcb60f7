import { useTranslation } from 'react-i18next'
import { AddressFilter } from '../ui/address-filter.tsx'
import { mailKinds } from './mail-kinds.ts'

/** Narrows the outbox to mails of one kind. */
export function MailKindFilter() {
  const { t } = useTranslation('mail')
  return (
    <AddressFilter
      name="mailKind"
      label={t('columns.kind')}
      any={t('anyKind')}
      choices={mailKinds.map((value) => ({ value, label: t(`kinds.${value}`) }))}
    />
  )
}
