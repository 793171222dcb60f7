import { useTranslation } from 'react-i18next'
import { AddressFilter } from '../ui/address-filter.tsx'
import { actNames } from './act-name.ts'

/** Narrows the log to one act. */
export function ActFilter() {
  const { t, i18n } = useTranslation('audit')
  const { compare } = new Intl.Collator(i18n.language)
  const choices = actNames.map((value) => ({ value, label: t(`acts.${value}`) }))
  return (
    <AddressFilter
      name="act"
      label={t('filter.act')}
      any={t('filter.anyAct')}
      choices={choices.toSorted((a, b) => compare(a.label, b.label))}
    />
  )
}
